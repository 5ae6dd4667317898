package vn.takedown.stack.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be said about files of policies, taken together as one set.
 *
 * @param findings whatever concerns one line in the order of the lines, then the rest
 */
public record PolicyValidation(PolicyFiles files, List<Finding> findings) {

    public PolicyValidation {
        findings = List.copyOf(findings);
    }

    public static PolicyValidation of(PolicyFiles files) {
        List<Finding> findings = new ArrayList<>(files.rejections());
        files.policies().forEach(line -> findings.addAll(ValueChecks.of(line)));
        findings.addAll(VersionChecks.of(files.policies()));
        findings.addAll(CoverageChecks.of(files));
        List<String> order = files.policies().stream().map(line -> line.place().file()).toList();
        // Stable: the findings of one line stay in the order of the checks.
        findings.sort(
                Comparator.comparing((Finding finding) -> finding.place() == null)
                        .thenComparingInt(finding -> fileIndex(order, finding))
                        .thenComparingLong(PolicyValidation::lineNumber));
        return new PolicyValidation(files, findings);
    }

    private static int fileIndex(List<String> order, Finding finding) {
        return finding.place() == null ? 0 : order.indexOf(finding.place().file());
    }

    private static long lineNumber(Finding finding) {
        return finding.place() == null ? 0 : finding.place().line();
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** The findings one by one, and how many there are of what. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> lines.add(finding.toString()));
        lines.add(
                counted(files.policies().size(), "policy", "policies")
                        + ": "
                        + counted(count(Severity.ERROR), "error", "errors")
                        + ", "
                        + counted(count(Severity.WARNING), "warning", "warnings")
                        + ", "
                        + counted(count(Severity.NOTE), "note", "notes")
                        + ".");
        String unsure =
                files.policies().stream()
                        .filter(line -> line.provenance().isUnsure())
                        .map(PolicyLine::name)
                        .collect(Collectors.joining(", "));
        if (!unsure.isEmpty()) {
            lines.add("Marked UNSURE: " + unsure + ".");
        }
        return lines;
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
