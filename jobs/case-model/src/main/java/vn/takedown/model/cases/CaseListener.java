package vn.takedown.model.cases;

/** Is told of every new document of a case, in order. */
@FunctionalInterface
public interface CaseListener {
    void changed(CaseChange change);
}
