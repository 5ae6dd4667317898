package vn.takedown.model.cases;

/** Stands by while a fold changes the facts of cases. */
interface CaseWatcher {

    /** Only the facts are wanted. */
    CaseWatcher SILENT =
            new CaseWatcher() {
                @Override
                public void opened(CaseState facts, PastEvent by) {
                    // Nobody is told.
                }

                @Override
                public void change(CaseState facts, PastEvent by, boolean slight, Runnable change) {
                    change.run();
                }
            };

    /** The case is new; its clock may have started. */
    void opened(CaseState facts, PastEvent by);

    /**
     * Must run the change, once.
     *
     * @param slight whether it moves at most what every observation moves
     */
    void change(CaseState facts, PastEvent by, boolean slight, Runnable change);
}
