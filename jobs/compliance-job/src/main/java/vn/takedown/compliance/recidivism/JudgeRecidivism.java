package vn.takedown.compliance.recidivism;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.event.RecordSerializer;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;

/**
 * Adds to each case document whether its content was requested of the same provider before
 * (contract section 3). Keyed by {@code provider_id|content_key}. A case is judged when the
 * watermark has passed its {@code issued_at}: by then every earlier case and every confirmation up
 * to that instant has come by, but for what comes late. That is judged anew.
 */
public final class JudgeRecidivism
        extends KeyedProcessFunction<ProviderKey, CaseDocument, CaseDocument> {

    public static final String UID = "judge-recidivism";

    public static final OutputTag<CohortChange> COHORT_CHANGES =
            new OutputTag<>("recidivism-changes", RecordSerializer.type(CohortChange.class));

    private static final long serialVersionUID = 1L;

    private final long allowedLateness;

    private transient MapState<String, ContentCase> cases;

    /**
     * The newest document of each case that is not judged yet or may be judged anew: a late event
     * is no earlier than the watermark less the allowed lateness, so only cases issued after that
     * can be judged otherwise because of it.
     */
    private transient MapState<String, CaseDocument> documents;

    /**
     * @param allowedLateness by how much an event may come late and is still applied
     */
    public JudgeRecidivism(Duration allowedLateness) {
        this.allowedLateness = allowedLateness.toMillis();
    }

    /** The key of a document that has a content key. */
    public static ProviderKey key(CaseDocument document) {
        return ProviderKey.of(document.providerId(), document.contentKey());
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
        documents =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "documents",
                                        Types.STRING,
                                        TypeInformation.of(CaseDocument.class)));
    }

    @Override
    public void processElement(
            CaseDocument document, Context context, Collector<CaseDocument> output)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        ContentCase known = cases.get(document.caseId());
        ContentCase now = ContentCase.of(document, known);
        if (!now.equals(known)) {
            cases.put(document.caseId(), now);
        }
        if (now.recidivism() != null) {
            output.collect(document.with(now.answer(), now.rejudged()));
        }
        boolean changeable = document.issuedAt() >= watermark - allowedLateness;
        if (now.recidivism() == null || watermark == Long.MIN_VALUE || changeable) {
            documents.put(document.caseId(), document);
        }
        if (known == null) {
            context.timerService().registerEventTimeTimer(document.issuedAt());
            context.timerService()
                    .registerEventTimeTimer(document.issuedAt() + allowedLateness + 1);
        }
        if (known == null || !Objects.equals(now.confirmedDownAt(), known.confirmedDownAt())) {
            judgeAnew(context, output);
        }
    }

    /** What is new of one case may, if it came late, change how others have been judged. */
    private void judgeAnew(Context context, Collector<CaseDocument> output) throws Exception {
        List<CaseDocument> judged = new ArrayList<>();
        for (CaseDocument document : documents.values()) {
            if (cases.get(document.caseId()).recidivism() != null) {
                judged.add(document);
            }
        }
        if (!judged.isEmpty()) {
            judge(judged, context, output);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CaseDocument> output)
            throws Exception {
        List<CaseDocument> due = new ArrayList<>();
        List<String> settled = new ArrayList<>();
        for (Map.Entry<String, CaseDocument> entry : documents.entries()) {
            long issuedAt = entry.getValue().issuedAt();
            if (issuedAt <= timestamp) {
                due.add(entry.getValue());
            }
            if (issuedAt < timestamp - allowedLateness) {
                settled.add(entry.getKey());
            }
        }
        judge(due, context, output);
        for (String caseId : settled) {
            documents.remove(caseId);
        }
    }

    private ContentHistory history() throws Exception {
        ContentHistory history = new ContentHistory();
        for (Map.Entry<String, ContentCase> entry : cases.entries()) {
            history.put(
                    new ContentHistory.Entry(
                            entry.getKey(),
                            entry.getValue().issuedAt(),
                            entry.getValue().confirmedDownAt()));
        }
        return history;
    }

    /** Judges cases by all that is known, and shows what is new. */
    private void judge(List<CaseDocument> due, Context context, Collector<CaseDocument> output)
            throws Exception {
        ContentHistory history = history();
        for (CaseDocument document : due) {
            ContentCase before = cases.get(document.caseId());
            ContentCase after = before.judged(history.answer(document.caseId()));
            if (after.equals(before)) {
                continue;
            }
            cases.put(document.caseId(), after);
            output.collect(document.with(after.answer(), after.rejudged()));
            boolean none = before.recidivism() == null && after.recidivism() == Recidivism.NONE;
            if (before.recidivism() != after.recidivism() && !none) {
                context.output(
                        COHORT_CHANGES,
                        CohortChange.of(
                                document.providerId(),
                                document.issuedAt(),
                                before.recidivism(),
                                after.recidivism()));
            }
        }
    }
}
