package vn.takedown.compliance.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.source.IngestRecords.SavedFloor;

/** The floors of all partitions that one subtask has read from. */
final class PartitionFloors {

    private final PartitionFloor[][] floors = new PartitionFloor[InputTopic.values().length][0];
    private final long bound;
    private long highest = Long.MIN_VALUE;

    /**
     * @param bound milliseconds of disorder that are put right
     */
    PartitionFloors(long bound) {
        this.bound = bound;
    }

    /** The floor of a partition, which is new when nothing has been read from it before. */
    PartitionFloor of(int topic, int partition) {
        if (partition >= floors[topic].length) {
            floors[topic] = Arrays.copyOf(floors[topic], partition + 1);
        }
        PartitionFloor floor = floors[topic][partition];
        if (floor == null) {
            floor = new PartitionFloor(bound);
            floors[topic][partition] = floor;
        }
        return floor;
    }

    /** To be called whenever the floor has been raised. */
    void raised(PartitionFloor floor) {
        highest = Math.max(highest, floor.instant());
    }

    /** The highest of them, which time cannot have passed. */
    long highest() {
        return highest;
    }

    /** Begins again where others stopped. */
    void restore(Iterable<SavedFloor> saved) {
        for (SavedFloor one : saved) {
            PartitionFloor floor = of(one.topic(), one.partition());
            floor.raiseTo(one.instant());
            raised(floor);
        }
    }

    List<SavedFloor> saved() {
        List<SavedFloor> saved = new ArrayList<>();
        for (int topic = 0; topic < floors.length; topic++) {
            for (int partition = 0; partition < floors[topic].length; partition++) {
                if (floors[topic][partition] != null) {
                    saved.add(new SavedFloor(topic, partition, floors[topic][partition].instant()));
                }
            }
        }
        return saved;
    }
}
