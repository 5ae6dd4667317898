package vn.takedown.stack.server;

/** A started server of the stack. */
interface Server {

    ServerProcess process();

    /** True when it answers and can do its work. */
    boolean isReady();
}
