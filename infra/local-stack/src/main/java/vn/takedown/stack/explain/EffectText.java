package vn.takedown.stack.explain;

import vn.takedown.model.cases.CaseSnapshot.OpenRun;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.explanation.Effect;
import vn.takedown.model.explanation.Explanation;
import vn.takedown.model.reference.ConfirmationTerms;

/** What an event changed, in words. */
final class EffectText {

    private final Wording wording;
    private final Explanation explanation;
    private final ConfirmationTerms needed;

    EffectText(Wording wording, Explanation explanation) {
        this.wording = wording;
        this.explanation = explanation;
        this.needed = explanation.terms().confirmation();
    }

    String of(Effect effect) {
        String key = "effect." + effect.getClass().getSimpleName();
        if (effect instanceof Effect.ClockStarted started) {
            return started.dueAt() == null
                    ? wording.say(key + ".standing", wording.instant(started.start()))
                    : wording.say(
                            key,
                            wording.instant(started.start()),
                            wording.instant(started.dueAt()));
        }
        if (effect instanceof Effect.UpBeforeStart up) {
            return wording.say(key, wording.instant(up.at()));
        }
        if (effect instanceof Effect.DownAtStart down) {
            return down.run().confirmed()
                    ? wording.say(key + ".confirmed")
                    : wording.say(key, wording.instant(down.run().startedAt()), seen(down.run()));
        }
        if (effect instanceof Effect.StopWithoutEffect stop) {
            return wording.say(key + "." + stop.why());
        }
        if (effect instanceof Effect.DeadlineMoved moved) {
            return moved.before() == null
                    ? wording.say(key + ".set", wording.instant(moved.dueAt()))
                    : wording.say(
                            key,
                            wording.instant(moved.before()),
                            wording.instant(moved.dueAt()),
                            wording.duration(moved.dueAt() - moved.before()));
        }
        if (effect instanceof Effect.Acknowledged answered) {
            return answered.elapsed() == null
                    ? wording.say(key + ".unclocked")
                    : wording.say(key, wording.duration(answered.elapsed()));
        }
        if (effect instanceof Effect.Claimed claimed) {
            return wording.say(key, wording.instant(claimed.toleratedUntil()));
        }
        if (effect instanceof Effect.GeoOnly geo) {
            return wording.say(key + "." + geo.begins());
        }
        if (effect instanceof Effect.SourceGone gone) {
            return wording.say(key + "." + gone.begins());
        }
        return run(effect, key);
    }

    private String run(Effect effect, String key) {
        if (effect instanceof Effect.RunGrew grew) {
            return wording.say(
                    grew.run().downs() == 1 ? key + ".first" : key,
                    seen(grew.run()),
                    wording.duration(grew.span()),
                    wording.duration(needed.hold()));
        }
        if (effect instanceof Effect.RunConfirmed confirmed) {
            return confirmed(confirmed, key);
        }
        if (effect instanceof Effect.RunBroken broken) {
            return wording.say(
                    key, wording.instant(broken.run().startedAt()), broken.run().downs());
        }
        if (effect instanceof Effect.Reinstated again) {
            return wording.say(key, again.reinstatements());
        }
        if (effect instanceof Effect.BreachProven breach) {
            // Of a case that is left out nobody is accused.
            boolean accused = explanation.figures().verdict() == Verdict.BREACH;
            return wording.say(accused ? key : key + ".excluded", wording.instant(breach.dueAt()));
        }
        if (effect instanceof Effect.FalseClaimProven proven) {
            return wording.say(
                    key,
                    wording.instant(proven.claimedAt()),
                    wording.duration(explanation.terms().claimTolerance()));
        }
        // What is left has nothing to fill in.
        return wording.say(key);
    }

    private String confirmed(Effect.RunConfirmed confirmed, String key) {
        String what =
                wording.say(
                        key,
                        confirmed.run().downs(),
                        needed.consecutive(),
                        needed.vantages(),
                        wording.duration(confirmed.span()),
                        wording.duration(needed.hold()));
        String since = wording.instant(confirmed.run().startedAt());
        Long start = explanation.figures().start();
        if (start != null && confirmed.run().startedAt() < start) {
            return what + " " + wording.say(key + ".before_start", since);
        }
        return what
                + " "
                + (confirmed.removal() == 1
                        ? wording.say(key + ".removal", since)
                        : wording.say(key + ".further", since, confirmed.removal()));
    }

    /** How far a run has come that is not confirmed. */
    private String seen(OpenRun run) {
        return wording.say(
                run.vantages() < needed.vantages() ? "run.seen" : "run.seen.enough_vantages",
                run.downs(),
                needed.consecutive(),
                run.vantages(),
                needed.vantages());
    }
}
