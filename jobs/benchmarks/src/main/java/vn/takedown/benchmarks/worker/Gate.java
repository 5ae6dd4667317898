package vn.takedown.benchmarks.worker;

/** Holds all records back while it is closed. One for the process, see {@link Meter}. */
final class Gate {

    private static final Object LOCK = new Object();
    private static volatile boolean closed;

    private Gate() {}

    static void close() {
        closed = true;
    }

    static void open() {
        synchronized (LOCK) {
            closed = false;
            LOCK.notifyAll();
        }
    }

    static void pass() throws InterruptedException {
        if (closed) {
            synchronized (LOCK) {
                while (closed) {
                    LOCK.wait();
                }
            }
        }
    }
}
