package vn.takedown.report.table;

import java.util.List;

/**
 * A column.
 *
 * @param id lower case with underscores; the head of the annex, and the key of its title
 */
public record Column(String id, Kind kind) {

    /** What the cells of a column hold, and so the columns of the annex that it fills. */
    public enum Kind {
        TEXT,
        CODE,
        COUNT,
        SHARE,
        SHARE_INTERVAL,
        TIME,
        TIME_INTERVAL,
        MOMENT,
        /** Each row its own kind of value; an interval where there is one. */
        MIXED,
        /** Hours with two decimals, for tables whose heads are laid down elsewhere. */
        HOURS
    }

    public static Column text(String id) {
        return new Column(id, Kind.TEXT);
    }

    public static Column code(String id) {
        return new Column(id, Kind.CODE);
    }

    public static Column count(String id) {
        return new Column(id, Kind.COUNT);
    }

    public static Column share(String id) {
        return new Column(id, Kind.SHARE);
    }

    public static Column shareInterval(String id) {
        return new Column(id, Kind.SHARE_INTERVAL);
    }

    public static Column time(String id) {
        return new Column(id, Kind.TIME);
    }

    public static Column timeInterval(String id) {
        return new Column(id, Kind.TIME_INTERVAL);
    }

    public static Column moment(String id) {
        return new Column(id, Kind.MOMENT);
    }

    public static Column mixed(String id) {
        return new Column(id, Kind.MIXED);
    }

    public static Column hours(String id) {
        return new Column(id, Kind.HOURS);
    }

    /** The names of the annex' columns that it fills, in order. */
    public List<String> annexNames() {
        return switch (kind) {
            case TEXT, CODE, COUNT, SHARE, MOMENT, HOURS -> List.of(id);
            case TIME -> List.of(id + "_ms");
            case SHARE_INTERVAL, MIXED -> List.of(id, id + "_low", id + "_high");
            case TIME_INTERVAL -> List.of(id + "_ms", id + "_low_ms", id + "_high_ms");
        };
    }
}
