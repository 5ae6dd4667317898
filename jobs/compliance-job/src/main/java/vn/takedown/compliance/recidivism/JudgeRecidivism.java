package vn.takedown.compliance.recidivism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.event.RecordSerializer;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.cohort.SettledCases;

/**
 * Adds to each case document whether its content was requested of the same provider before
 * (contract section 3). Keyed by {@code provider_id|content_key}. A case is judged when the
 * watermark has passed its {@code issued_at}: by then every earlier case and every confirmation up
 * to that instant has come by, but for what comes late. That is judged anew.
 *
 * <p>What is kept for one content is bounded: cases one by one only while they may be judged anew,
 * that is for {@code --allowed-lateness}; of all earlier ones their number and the first
 * confirmation, and the answer of each as long as the case itself is followed.
 */
public final class JudgeRecidivism
        extends KeyedProcessFunction<ProviderKey, CaseDocument, CaseDocument> {

    public static final String UID = "judge-recidivism";

    public static final OutputTag<CohortChange> COHORT_CHANGES =
            new OutputTag<>("recidivism-changes", RecordSerializer.type(CohortChange.class));

    public static final OutputTag<Judgement> JUDGEMENTS =
            new OutputTag<>("judgements", RecordSerializer.type(Judgement.class));

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private final long allowedLateness;
    private final long reinstatementWatch;

    /** Those that may still be judged anew. */
    private transient FewEntries<ContentCase> cases;

    /** What all the others come to for those. */
    private transient ValueState<SettledCases> settledCases;

    /** The answers of the others. */
    private transient MapState<String, SettledCase> settled;

    /**
     * Confirmations of settled cases that a late event may still move; once there is one that
     * nothing can move, it is the earliest, and no other matters.
     */
    private transient FewEntries<Long> confirmations;

    /**
     * The newest document of each case that is not judged yet or may be judged anew: a late event
     * is no earlier than the watermark less the allowed lateness, so only cases issued after that
     * can be judged otherwise because of it. Each as it was before the observations that {@link
     * #refreshes} has.
     */
    private transient FewEntries<CaseDocument> documents;

    /** What only observations have changed since; of no use when it is older than the document. */
    private transient MapState<String, DocumentRefresh> refreshes;

    /**
     * @param times of them the allowed lateness and the watch for a reinstatement
     */
    public JudgeRecidivism(TimeSettings times) {
        this.allowedLateness = times.allowedLateness().toMillis();
        this.reinstatementWatch = times.reinstatementWatchMillis();
    }

    /** The key of a document that has a content key. */
    public static ProviderKey key(CaseDocument document) {
        return ProviderKey.of(document.providerId(), document.contentKey());
    }

    @Override
    public void open(OpenContext context) {
        RuntimeContext runtime = getRuntimeContext();
        cases = new FewEntries<>(runtime, "cases", TypeInformation.of(ContentCase.class));
        documents = new FewEntries<>(runtime, "documents", TypeInformation.of(CaseDocument.class));
        confirmations = new FewEntries<>(runtime, "confirmations", Types.LONG);
        refreshes =
                runtime.getMapState(
                        new MapStateDescriptor<>(
                                "refreshes",
                                Types.STRING,
                                TypeInformation.of(DocumentRefresh.class)));
        settledCases =
                runtime.getState(
                        new ValueStateDescriptor<>(
                                "settled-cases", TypeInformation.of(SettledCases.class)));
        settled =
                runtime.getMapState(
                        new MapStateDescriptor<>(
                                "settled", Types.STRING, TypeInformation.of(SettledCase.class)));
    }

    @Override
    public void processElement(
            CaseDocument document, Context context, Collector<CaseDocument> output)
            throws Exception {
        begin();
        follow(document, context, output);
        save();
    }

    private void begin() {
        cases.begin();
        documents.begin();
        confirmations.begin();
    }

    private void save() throws IOException {
        cases.save();
        documents.save();
        confirmations.save();
    }

    private void follow(CaseDocument document, Context context, Collector<CaseDocument> output)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        ContentCase known = cases.get(document.caseId());
        SettledCase answered = known == null ? settled.get(document.caseId()) : null;
        if (answered != null) {
            show(document, answered, context, output);
            return;
        }
        ContentCase now = ContentCase.of(document, known);
        if (!now.equals(known)) {
            cases.put(document.caseId(), now);
        }
        if (now.recidivism() != null) {
            output.collect(document.with(now.answer(), now.rejudged()));
        }
        boolean changeable = document.issuedAt() >= watermark - allowedLateness;
        if (now.recidivism() == null || watermark == Long.MIN_VALUE || changeable) {
            keep(document);
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

    private void keep(CaseDocument document) throws Exception {
        CaseDocument before = documents.get(document.caseId());
        DocumentRefresh refresh = DocumentRefresh.of(document);
        if (before != null && refresh.applyTo(before).equals(document)) {
            refreshes.put(document.caseId(), refresh);
        } else {
            documents.put(document.caseId(), document);
        }
    }

    private CaseDocument newest(CaseDocument kept) throws Exception {
        DocumentRefresh refresh = refreshes.get(kept.caseId());
        boolean newer = refresh != null && refresh.sequence() > kept.sequence();
        return newer ? refresh.applyTo(kept) : kept;
    }

    /** A further document of a case that is not judged anew; its removal may still matter. */
    private void show(
            CaseDocument document,
            SettledCase answered,
            Context context,
            Collector<CaseDocument> output)
            throws Exception {
        output.collect(document.with(answered.answer(), answered.rejudged()));
        SettledCase followed = answered.followed(document, reinstatementWatch);
        if (!followed.equals(answered)) {
            settled.put(document.caseId(), followed);
            if (answered.forgetAt() == null) {
                context.timerService().registerEventTimeTimer(followed.forgetAt());
            }
        }
        Long confirmedDownAt = document.confirmedDownAt();
        boolean matters =
                settledCases().confirmedDownAt() == null
                        && !Objects.equals(confirmedDownAt, confirmations.get(document.caseId()));
        if (matters) {
            note(document.caseId(), confirmedDownAt, context);
            judgeAnew(context, output);
        }
    }

    /** A confirmation that a late event may still move. */
    private void note(String caseId, Long confirmedDownAt, Context context) throws Exception {
        if (confirmedDownAt == null) {
            confirmations.remove(caseId);
            return;
        }
        confirmations.put(caseId, confirmedDownAt);
        context.timerService().registerEventTimeTimer(confirmedDownAt + allowedLateness + 1);
    }

    private SettledCases settledCases() throws Exception {
        SettledCases known = settledCases.value();
        return known == null ? SettledCases.NONE : known;
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
        begin();
        advance(timestamp, context, output);
        save();
    }

    private void advance(long timestamp, Context context, Collector<CaseDocument> output)
            throws Exception {
        if (context.timerService().currentWatermark() == END_OF_INPUT) {
            judgeTheRest(context, output);
            return;
        }
        List<CaseDocument> due = new ArrayList<>();
        List<CaseDocument> old = new ArrayList<>();
        for (CaseDocument document : documents.values()) {
            if (document.issuedAt() <= timestamp) {
                due.add(document);
            }
            if (document.issuedAt() < timestamp - allowedLateness) {
                old.add(document);
            }
        }
        judge(due, context, output);
        for (CaseDocument document : old) {
            settle(document, context);
        }
        settleConfirmations(timestamp - allowedLateness);
        forget(timestamp, context);
    }

    /** Nothing follows: what was judged stays so, and nobody will ask for what is settled. */
    private void judgeTheRest(Context context, Collector<CaseDocument> output) throws Exception {
        List<CaseDocument> left = new ArrayList<>();
        for (CaseDocument document : documents.values()) {
            if (cases.get(document.caseId()).recidivism() == null) {
                left.add(document);
            }
        }
        if (!left.isEmpty()) {
            judge(left, context, output);
        }
    }

    /** Nothing late can change any more how the case was judged. */
    private void settle(CaseDocument document, Context context) throws Exception {
        String caseId = document.caseId();
        ContentCase judged = cases.get(caseId);
        SettledCase answered = SettledCase.of(judged, newest(document), reinstatementWatch);
        settled.put(caseId, answered);
        if (answered.forgetAt() != null) {
            context.timerService().registerEventTimeTimer(answered.forgetAt());
        }
        SettledCases before = settledCases();
        settledCases.update(before.plusOne());
        if (before.confirmedDownAt() == null && judged.confirmedDownAt() != null) {
            note(caseId, judged.confirmedDownAt(), context);
        }
        cases.remove(caseId);
        documents.remove(caseId);
        refreshes.remove(caseId);
    }

    /** What was confirmed before {@code settledBefore} stays so. */
    private void settleConfirmations(long settledBefore) throws Exception {
        SettledCases known = settledCases();
        SettledCases after = known;
        for (long confirmedDownAt : confirmations.values()) {
            after = confirmedDownAt < settledBefore ? after.confirmed(confirmedDownAt) : after;
        }
        if (!after.equals(known)) {
            settledCases.update(after);
            confirmations.clear();
        }
    }

    /** The cases of which no document can come any more. */
    private void forget(long timestamp, Context context) throws Exception {
        if (reinstatementWatch == Long.MAX_VALUE || timestamp % SettledCase.DAY != 0) {
            return;
        }
        List<String> over = new ArrayList<>();
        for (Map.Entry<String, SettledCase> entry : settled.entries()) {
            Long forgetAt = entry.getValue().forgetAt();
            if (forgetAt != null && forgetAt <= timestamp) {
                over.add(entry.getKey());
            } else if (forgetAt != null) {
                context.timerService().registerEventTimeTimer(forgetAt);
            }
        }
        for (String caseId : over) {
            settled.remove(caseId);
        }
    }

    private ContentHistory history() throws Exception {
        SettledCases known = settledCases();
        for (long confirmedDownAt : confirmations.values()) {
            known = known.confirmed(confirmedDownAt);
        }
        ContentHistory history = new ContentHistory(known);
        for (Map.Entry<String, ContentCase> entry : cases.all().entrySet()) {
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
            output.collect(newest(document).with(after.answer(), after.rejudged()));
            if (before.recidivism() == after.recidivism()) {
                continue;
            }
            context.output(JUDGEMENTS, new Judgement(document.caseId(), after.recidivism()));
            if (before.recidivism() != null || after.recidivism() != Recidivism.NONE) {
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
