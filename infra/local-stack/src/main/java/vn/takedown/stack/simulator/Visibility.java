package vn.takedown.stack.simulator;

/** What there truly is to see of a target. */
enum Visibility {
    UP,
    GEO_LIMITED,
    DOWN
}
