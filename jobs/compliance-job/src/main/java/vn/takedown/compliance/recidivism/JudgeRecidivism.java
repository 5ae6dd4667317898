package vn.takedown.compliance.recidivism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;

/**
 * Adds to each case document whether its content was requested of the same provider before
 * (contract section 3). Keyed by {@code provider_id|content_key}. A case is judged when the
 * watermark has passed its {@code issued_at}: by then every earlier case and every confirmation up
 * to that instant has come by, so the answer is final.
 */
public final class JudgeRecidivism
        extends KeyedProcessFunction<String, CaseDocument, CaseDocument> {

    public static final String UID = "judge-recidivism";

    public static final OutputTag<CohortChange> COHORT_CHANGES =
            new OutputTag<>("recidivism-changes", TypeInformation.of(CohortChange.class));

    private static final long serialVersionUID = 1L;

    /** What is remembered of one case; recidivism is null until it has been judged. */
    public record ContentCase(
            long issuedAt, Long confirmedDownAt, Recidivism recidivism, int priorCases) {}

    private transient MapState<String, ContentCase> cases;

    /** The newest document of each case that has not been judged yet. */
    private transient MapState<String, CaseDocument> waiting;

    /** The key of a document that has a content key. */
    public static String key(CaseDocument document) {
        return document.providerId() + '|' + document.contentKey();
    }

    @Override
    public void open(OpenContext context) {
        cases =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "cases",
                                        Types.STRING,
                                        TypeInformation.of(ContentCase.class)));
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting",
                                        Types.STRING,
                                        TypeInformation.of(CaseDocument.class)));
    }

    @Override
    public void processElement(
            CaseDocument document, Context context, Collector<CaseDocument> output)
            throws Exception {
        String caseId = document.caseId();
        ContentCase known = cases.get(caseId);
        ContentCase now =
                new ContentCase(
                        document.issuedAt(),
                        document.confirmedDownAt(),
                        known == null ? null : known.recidivism(),
                        known == null ? 0 : known.priorCases());
        if (!now.equals(known)) {
            cases.put(caseId, now);
        }
        if (now.recidivism() != null) {
            output.collect(
                    document.with(new ContentHistory.Answer(now.recidivism(), now.priorCases())));
            return;
        }
        waiting.put(caseId, document);
        if (known == null) {
            context.timerService().registerEventTimeTimer(document.issuedAt());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CaseDocument> output)
            throws Exception {
        ContentHistory history = new ContentHistory();
        for (Map.Entry<String, ContentCase> entry : cases.entries()) {
            history.put(
                    new ContentHistory.Entry(
                            entry.getKey(),
                            entry.getValue().issuedAt(),
                            entry.getValue().confirmedDownAt()));
        }
        List<CaseDocument> due = new ArrayList<>();
        for (CaseDocument document : waiting.values()) {
            if (document.issuedAt() <= timestamp) {
                due.add(document);
            }
        }
        for (CaseDocument document : due) {
            judge(document, history.answer(document.caseId()), context, output);
        }
    }

    private void judge(
            CaseDocument document,
            ContentHistory.Answer answer,
            OnTimerContext context,
            Collector<CaseDocument> output)
            throws Exception {
        String caseId = document.caseId();
        waiting.remove(caseId);
        cases.put(
                caseId,
                new ContentCase(
                        document.issuedAt(),
                        document.confirmedDownAt(),
                        answer.recidivism(),
                        answer.priorCases()));
        output.collect(document.with(answer));
        if (answer.recidivism() != Recidivism.NONE) {
            context.output(
                    COHORT_CHANGES,
                    CohortChange.of(
                            document.providerId(), document.issuedAt(), answer.recidivism()));
        }
    }
}
