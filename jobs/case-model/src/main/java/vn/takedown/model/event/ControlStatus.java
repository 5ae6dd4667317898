package vn.takedown.model.event;

/** What the control observation from outside the ISP's network saw of the source. */
public enum ControlStatus {
    UP,
    DOWN,
    UNKNOWN
}
