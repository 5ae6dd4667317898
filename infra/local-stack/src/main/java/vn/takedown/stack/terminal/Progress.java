package vn.takedown.stack.terminal;

/** Tells a person how far things are. */
public interface Progress {

    /** A line that stays. */
    void note(String line);

    /** The present state, in one line; the next one takes its place. */
    void update(String line);
}
