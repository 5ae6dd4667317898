package vn.takedown.benchmarks.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What this process has used since it began.
 *
 * @param cpuSeconds of all threads
 * @param gcSeconds in which collections ran
 */
record Usage(double cpuSeconds, double gcSeconds) {

    static Usage now() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long collecting = 0;
        for (GarbageCollectorMXBean collector :
                ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
            collecting += collector.getCollectionTime();
        }
        return new Usage(system.getProcessCpuTime() / 1e9, collecting / 1e3);
    }

    Usage since(Usage earlier) {
        return new Usage(cpuSeconds - earlier.cpuSeconds, gcSeconds - earlier.gcSeconds);
    }

    /** What a collection of the whole heap leaves; takes up to a second, so it is never timed. */
    static long heapAfterCollection() {
        System.gc();
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                bytes += pool.getCollectionUsage().getUsed();
            }
        }
        return bytes;
    }
}
