package vn.takedown.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The German government's yearly figures on the deletion of child sexual abuse material, and cases
 * that have all figures of a year at once.
 *
 * <p>Where only shares were published, the numbers of domestic and foreign addresses follow from
 * the number of reports and the share of domestic ones, and the counts within a time are the whole
 * numbers nearest to the share. The items of each side in 2012 and 2015 were not published; all
 * that were forwarded are taken.
 */
final class GermanYears {

    /**
     * Year, side, items, mean availability in days, and the share within a time, with the count
     * where one was published. 99.65 % of 2022 was cut off, not rounded: no count of 7,868 rounds
     * to it.
     */
    private static final String PUBLISHED =
            """
            2012 domestic     5463  -    7d=98% 14d=100%
            2012 cross_border 5463  -    7d=73%
            2014 domestic     1146  1.88 48h=77% 7d=96% 14d=100%
            2014 cross_border 1601  -    7d=68% 28d=91%
            2015 cross_border 3064  -    28d=81%
            2016 domestic     1088  2.93 48h=70% 7d=96%
            2016 cross_border 1633  -    7d=62% 28d=92%
            2017 domestic     967   2.01 48h=60%:582 7d=97%:935
            2017 cross_border 4971  -    7d=60%
            2018 domestic     1035  -    48h=78%:809
            2018 cross_border 4833  -
            2020 domestic     1726  1.66 48h=73.4% 7d=98.6%
            2020 cross_border 5095  -    7d=61% 28d=80%
            2021 domestic     6505  2.55 48h=61.92% 7d=97.53%
            2021 cross_border 5409  -    7d=56.59% 28d=88.11%
            2022 domestic     7868  1.54 48h=76.32% 7d=99.65%:7841
            2022 cross_border 7441  -    7d=53.23% 28d=88.54%
            2023 domestic     43533 -    48h=85.4% 7d=98.98%
            2023 cross_border 11080 -    7d=57.6%
            """;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    /** How far beyond the last bound the rest goes. */
    private static final long BEYOND = 14 * DAY;

    private GermanYears() {}

    /**
     * A side of a year.
     *
     * @param meanDays null where none was published
     */
    record Side(int year, String name, int items, BigDecimal meanDays, List<Share> shares) {}

    /**
     * A share as published.
     *
     * @param bound as the report names it
     * @param within how many items make up the share
     */
    record Share(String bound, BigDecimal percent, int within) {

        long limit() {
            int number = Integer.parseInt(bound.substring(0, bound.length() - 1));
            return number * (bound.endsWith("d") ? DAY : HOUR);
        }
    }

    static List<Side> sides() {
        return PUBLISHED.lines().map(GermanYears::side).toList();
    }

    private static Side side(String line) {
        String[] words = line.split(" +");
        int items = Integer.parseInt(words[2]);
        return new Side(
                Integer.parseInt(words[0]),
                words[1],
                items,
                words[3].equals("-") ? null : new BigDecimal(words[3]),
                Arrays.stream(words).skip(4).map(word -> share(word, items)).toList());
    }

    private static Share share(String word, int items) {
        String[] parts = word.split("[=%:]+");
        BigDecimal percent = new BigDecimal(parts[1]);
        int nearest =
                percent.multiply(BigDecimal.valueOf(items))
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                        .intValue();
        return new Share(
                parts[0], percent, parts.length > 2 ? Integer.parseInt(parts[2]) : nearest);
    }

    static List<Map<String, Object>> cases(int year) {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (Side side : sides()) {
            if (side.year() == year) {
                String jurisdiction = side.name().equals("domestic") ? "DOMESTIC" : "CROSS_BORDER";
                for (long removal : removals(side)) {
                    cases.add(CaseFields.of(cases.size(), year, jurisdiction, removal));
                }
            }
        }
        return cases;
    }

    /** Items between two bounds. */
    private record Band(long above, long upTo, int items) {

        long width() {
            return upTo - above;
        }

        /** All but the two at its ends. */
        int inside() {
            return Math.max(0, items - 2);
        }

        long ends() {
            return (items > 0 ? upTo : 0) + (items > 1 ? above + 1 : 0);
        }
    }

    /** Items on each bound and just beyond it, the others around one place in their band. */
    private static List<Long> removals(Side side) {
        List<Band> bands = bands(side);
        double place = place(side, bands);
        List<Long> removals = new ArrayList<>();
        for (Band band : bands) {
            if (band.items() > 0) {
                removals.add(band.upTo());
            }
            if (band.items() > 1) {
                removals.add(band.above() + 1);
            }
            long middle = band.above() + Math.round(place * band.width());
            long room = Math.round(Math.min(place, 1 - place) * band.width());
            for (int i = 0; i < band.inside(); i++) {
                // Pairs as far below the middle as above it.
                long distance = i / 2 % 30 * room / 30;
                boolean single = i % 2 == 0 && i == band.inside() - 1;
                removals.add(single ? middle : i % 2 == 0 ? middle - distance : middle + distance);
            }
        }
        return removals;
    }

    private static List<Band> bands(Side side) {
        List<Band> bands = new ArrayList<>();
        long above = 0;
        int before = 0;
        for (Share share : side.shares()) {
            bands.add(new Band(above, share.limit(), share.within() - before));
            above = share.limit();
            before = share.within();
        }
        bands.add(new Band(above, above + BEYOND, side.items() - before));
        return bands;
    }

    /** Where in every band the items must be for the mean to come out, from 0 to 1. */
    private static double place(Side side, List<Band> bands) {
        if (side.meanDays() == null) {
            return 0.5;
        }
        double missing = side.meanDays().doubleValue() * DAY * side.items();
        double room = 0;
        for (Band band : bands) {
            missing -= band.ends() + (double) band.inside() * band.above();
            room += (double) band.inside() * band.width();
        }
        return missing / room;
    }
}
