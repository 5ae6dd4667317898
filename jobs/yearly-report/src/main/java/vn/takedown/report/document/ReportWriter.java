package vn.takedown.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.takedown.report.Language;
import vn.takedown.report.chart.BarChart;
import vn.takedown.report.chart.Chart;
import vn.takedown.report.chart.ChartWords;
import vn.takedown.report.chart.RangeChart;
import vn.takedown.report.chart.SurvivalChart;
import vn.takedown.report.chart.TrendChart;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Table;
import vn.takedown.report.text.CellText;
import vn.takedown.report.text.Formats;
import vn.takedown.report.text.Messages;

/** Writes the 23 sections in one language. */
public final class ReportWriter {

    private static final int SECTIONS = 23;

    private final ReportFacts facts;
    private final Language language;
    private final Messages messages;
    private final Formats formats;
    private final ChartWords words;
    private List<Block> blocks;

    private ReportWriter(ReportFacts facts, Language language) {
        this.facts = facts;
        this.language = language;
        this.messages = Messages.in(language);
        this.formats = new Formats(language, messages);
        this.words = new ChartWords(messages, formats, new CellText(messages, formats));
    }

    public static ReportDocument write(ReportFacts facts, Language language) {
        return new ReportWriter(facts, language).write();
    }

    private ReportDocument write() {
        List<Section> sections = new ArrayList<>();
        for (int number = 1; number <= SECTIONS; number++) {
            blocks = new ArrayList<>();
            paragraphs(number);
            content(number);
            supplement(number);
            sections.add(new Section(number, messages.get("section." + number), blocks));
        }
        List<String> warnings = new ArrayList<>();
        if (!facts.complete()) {
            warnings.add(
                    messages.get(
                            "warning.incomplete", facts.year(), formats.moment(facts.cutOff())));
        }
        warnings.add(messages.get(facts.forThePublic() ? "warning.public" : "warning.internal"));
        return new ReportDocument(
                language,
                messages.get("report.title", facts.year()),
                messages.get(
                        facts.forThePublic()
                                ? "report.subtitle.public"
                                : "report.subtitle.internal"),
                warnings,
                sections);
    }

    private void paragraphs(int number) {
        for (int i = 1; messages.has("section." + number + ".text." + i); i++) {
            blocks.add(
                    new Block.Paragraph(
                            messages.get(
                                    "section." + number + ".text." + i,
                                    facts.minimumVolume(),
                                    formats.moment(facts.cutOff()))));
        }
    }

    private void content(int number) {
        switch (number) {
            case 1 -> identification();
            case 2 -> {
                tables("key-figures");
                if (facts.tables().get("trend-years").rows().size() > 1) {
                    picture(trend("trend-years", "year"));
                }
                tables("trend-years");
                picture(trend("trend-months", "month"));
                tables("trend-months");
            }
            case 3 -> method();
            case 4 -> tables("scope-by-type");
            case 5 -> tables("intake-by-source", "intake-by-category");
            case 6 ->
                    tables(
                            "orders-by-action",
                            "orders-by-authority",
                            "orders-by-legal-basis",
                            "orders-by-urgency",
                            "exclusions");
            case 7 -> {
                picture(SurvivalChart.of(facts.tables().get("removal-curve"), words));
                tables(
                        "removal-curve",
                        "removal-speed",
                        "removal-within",
                        "removal-within-by-group",
                        "verdicts",
                        "compliance-by-group",
                        "claimed-and-verified");
            }
            case 8 -> {
                Table providers = facts.tables().get("providers");
                picture(RangeChart.of(providers, words));
                tables("providers", "providers-speed", "providers-conduct");
            }
            case 9 -> tables("blocking");
            case 10 -> {
                picture(
                        BarChart.of(
                                "backlog-by-age",
                                facts.tables().get("backlog-by-age"),
                                "age",
                                List.of("open_domestic", "open_cross_border", "open_unknown"),
                                words));
                tables("backlog-by-age", "backlog-overdue", "backlog-oldest", "flow-balance");
            }
            case 11 -> {
                picture(
                        BarChart.of(
                                "recidivism",
                                byProviderType(facts.tables().get("recidivism")),
                                "group",
                                List.of("recidivism_strict", "recidivism_loose"),
                                words));
                tables("recidivism", "strikes");
            }
            case 12 -> tables("still-up");
            case 13 -> tables("reinstatements");
            case 19 -> {
                tables(
                        "watching",
                        "coverage",
                        "blindness",
                        "alerts",
                        "dead-letters",
                        "cross-check");
                restatements();
            }
            case 23 -> annex();
            default -> {
                // Only what the ministry supplies.
            }
        }
    }

    private Chart trend(String id, String label) {
        return TrendChart.of(id, facts.tables().get(id), label, words);
    }

    private static Table byProviderType(Table table) {
        return table.withRows(
                table.rows().stream()
                        .filter(
                                row ->
                                        table.cell(row, "dimension") instanceof Cell.Code code
                                                && code.value().equals("PROVIDER_TYPE"))
                        .toList());
    }

    private void picture(Chart chart) {
        if (!chart.isEmpty()) {
            blocks.add(new Block.Picture(chart));
        }
    }

    private void tables(String... ids) {
        for (String id : ids) {
            Table table = facts.tables().get(id);
            if (table.rows().isEmpty()) {
                blocks.add(
                        new Block.Gap(
                                messages.getOr(
                                        "empty." + id,
                                        messages.get("empty", messages.get("table." + id)))));
            } else {
                blocks.add(new Block.Figures(table));
            }
        }
    }

    private void identification() {
        Supplement supplement = facts.supplement();
        blocks.add(
                new Block.Terms(
                        List.of(
                                term(
                                        "period",
                                        messages.get("identification.period.value", facts.year())),
                                term("authority", text(supplement.authority())),
                                term("contact", text(supplement.contact())),
                                term("previous", text(supplement.previousReport())),
                                term("as_of", formats.moment(facts.asOf())),
                                term("cut_off", formats.moment(facts.cutOff())),
                                term(
                                        "variant",
                                        messages.get(
                                                facts.forThePublic()
                                                        ? "identification.variant.public"
                                                        : "identification.variant.internal")),
                                term("version", facts.version()))));
    }

    private Block.Term term(String key, String value) {
        return new Block.Term(messages.get("identification." + key), value);
    }

    private String text(Supplement.Bilingual text) {
        return text == null ? messages.get("identification.not_given") : text.in(language);
    }

    private void method() {
        for (String topic :
                List.of(
                        "start",
                        "confirmation",
                        "interval",
                        "verdicts",
                        "exclusions",
                        "censoring",
                        "intervals",
                        "cohort",
                        "blocking",
                        "coverage",
                        "rounding",
                        "disclosure",
                        "changes")) {
            blocks.add(new Block.Heading(messages.get("method." + topic)));
            for (int i = 1; messages.has("method." + topic + "." + i); i++) {
                blocks.add(
                        new Block.Paragraph(
                                messages.get("method." + topic + "." + i, facts.minimumVolume())));
            }
        }
        blocks.add(new Block.Heading(messages.get("method.legend")));
        List<Block.Term> legend = new ArrayList<>();
        legend.add(new Block.Term(formats.count(0), messages.get("legend.ZERO")));
        Arrays.stream(Cell.Missing.values())
                .forEach(
                        missing ->
                                legend.add(
                                        new Block.Term(
                                                messages.get("missing." + missing),
                                                messages.get("legend." + missing))));
        blocks.add(new Block.Terms(legend));
        tables("policies");
    }

    private void restatements() {
        blocks.add(new Block.Heading(messages.get("restatements.heading")));
        tables("restatement-causes");
        if (facts.restatements() == null) {
            blocks.add(new Block.Paragraph(messages.get("restatements.none_given")));
        } else if (facts.restatements().rows().isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            messages.get(
                                    "restatements.nothing",
                                    formats.moment(facts.previousCutOff()))));
        } else {
            blocks.add(
                    new Block.Paragraph(
                            messages.get(
                                    "restatements.changed",
                                    formats.moment(facts.previousCutOff()))));
            blocks.add(new Block.Figures(facts.restatements()));
        }
    }

    private void annex() {
        List<String> files = new ArrayList<>();
        for (Table table : facts.allTables()) {
            files.add("annex/" + table.id() + ".csv – " + messages.get("table." + table.id()));
        }
        files.add("annex/data-dictionary.csv – " + messages.get("annex.dictionary"));
        files.add("manifest.json – " + messages.get("annex.manifest"));
        blocks.add(new Block.Points(files));
    }

    private void supplement(int number) {
        Supplement.Part part = facts.supplement().sections().get(number);
        if (part == null) {
            if (messages.has("section." + number + ".gap")) {
                blocks.add(new Block.Gap(messages.get("section." + number + ".gap")));
            }
            return;
        }
        if (part.text() != null) {
            for (String paragraph : part.text().in(language).strip().split("\\n\\s*\\n")) {
                blocks.add(new Block.Paragraph(paragraph.strip().replaceAll("\\s+", " ")));
            }
        }
        if (!part.figures().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (Supplement.Figure figure : part.figures()) {
                rows.add(
                        List.of(
                                figure.label().in(language),
                                figure.value(),
                                figure.source() == null
                                        ? messages.get("missing.UNKNOWN")
                                        : figure.source().in(language)));
            }
            blocks.add(
                    new Block.Outside(
                            messages.get("outside.title"),
                            List.of(
                                    messages.get("outside.figure"),
                                    messages.get("outside.value"),
                                    messages.get("outside.source")),
                            rows));
        }
    }
}
