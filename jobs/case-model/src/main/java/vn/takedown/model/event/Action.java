package vn.takedown.model.event;

/** What the authority asks for. */
public enum Action {
    REMOVE,
    DISABLE,
    DEINDEX,
    LOCK_ACCOUNT,
    BLOCK
}
