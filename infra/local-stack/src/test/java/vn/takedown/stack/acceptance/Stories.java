package vn.takedown.stack.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.takedown.stack.topic.InputTopic;

/**
 * A whole run in hundredths of its span: cases are issued from 3 to 60 and come to an end by 83,
 * crawlers are out everywhere from 84 to 96 and at one provider from 20 to 40.
 */
final class Stories {

    /** Without an observation for so long the monitor is blind, hundredths of the span. */
    static final double BLIND_AFTER = 8;

    private static final Party STRUCK = new Party("p-struck", "GAME", 64_600);
    private static final Party UNSEEN = new Party("p-unseen", "HOSTING", 64_601);
    private static final List<Party> OTHERS =
            List.of(
                    new Party("p-hosting", "HOSTING", 64_602),
                    new Party("p-social", "SOCIAL", 64_603),
                    new Party("p-isp", "ISP", 64_604),
                    new Party("p-search", "SEARCH", 64_605),
                    new Party("p-market", "MARKETPLACE", 64_606),
                    new Party("p-app", "APP_STORE", 64_607));

    private final Script script;
    private final long tolerance;
    private final Random random = new Random(830);
    private int number;

    /**
     * @param tolerance milliseconds by which documents may lag behind observations
     */
    Stories(Script script, long tolerance) {
        this.script = script;
        this.tolerance = tolerance;
    }

    static List<Party> parties() {
        List<Party> all = new ArrayList<>(OTHERS);
        all.add(STRUCK);
        all.add(UNSEEN);
        return all;
    }

    void tell(int cases) {
        strike(20, 24, 30);
        for (int i = 0; number < cases; i++) {
            Party party = OTHERS.get(i % OTHERS.size());
            int story = i % (CaseStories.ALL.size() + 2);
            boolean pair = story >= CaseStories.ALL.size();
            if (!pair) {
                CaseStories.ALL.get(story).tell(item(party, anyTime(60), null));
            } else if (number + 2 > cases || story == CaseStories.ALL.size()) {
                pair(party, CaseStories::requestedAgainAfterARemoval);
            } else {
                pair(party, CaseStories::requestedAgainWhileUp);
            }
        }
        watch();
        malformed();
    }

    private interface Pair {
        void tell(CaseScript first, CaseScript second);
    }

    private void pair(Party party, Pair story) {
        long issuedAt = anyTime(50);
        String content = "content-" + number;
        story.tell(
                item(party, issuedAt, content),
                item(party, issuedAt + script.duration(8), content));
    }

    private long anyTime(double latest) {
        return script.at(3) + (long) (random.nextDouble() * script.duration(latest - 3));
    }

    private CaseScript item(Party party, long issuedAt, String content) {
        return new CaseScript(script, party, "c" + ++number, issuedAt, content, Policies.CATEGORY);
    }

    /**
     * Three breaches at one provider under a policy of two within 30 (level 1) and three within 20
     * (level 2, the highest).
     *
     * @param seen when each is seen up after its deadline, ascending
     */
    private void strike(double first, double second, double third) {
        for (double seen : List.of(first, second, third)) {
            CaseStories.breachUntilRemoved(item(STRUCK, script.at(seen - 12), null));
        }
        script.expect(new ExpectedAlert("PROVIDER_STRIKES", STRUCK.id(), "strict", true, 0))
                .fires(script.at(second), script.at(second), "warning", "1")
                .fires(script.at(third), script.at(second), "critical", "2")
                .fires(script.at(first + 20), script.at(second), "warning", "1")
                .ends(script.at(second + 30));
    }

    /** Each provider has one case that is never due, so that the crawlers have something to see. */
    private void watch() {
        long latest = Long.MIN_VALUE;
        long earliest = Long.MAX_VALUE;
        int place = 0;
        for (Party party : parties()) {
            double late = 0.01 * place++;
            CaseScript watched =
                    new CaseScript(
                            script,
                            party,
                            "watched-" + party.id(),
                            script.at(0.2 + late),
                            null,
                            Policies.WATCHED_ONLY);
            for (double unit = 0; unit <= 99; unit += 2) {
                boolean out = unit > 84 && unit < 96;
                boolean unseen = party == UNSEEN && unit > 20 && unit < 40;
                if (!out && !unseen) {
                    watched.up(unit + 0.3);
                }
            }
            ExpectedAlert blind = blind(party.id(), party.id());
            if (party == UNSEEN) {
                blindness(blind, "warning", watched.at(20.3), watched.at(40.3));
            }
            blindness(blind, "warning", watched.at(84.3), watched.at(96.3));
            latest = Math.max(latest, watched.at(84.3));
            earliest = Math.min(earliest, watched.at(96.3));
        }
        blindness(blind("_all", "takedown.observations.v1"), "critical", latest, earliest);
    }

    private ExpectedAlert blind(String provider, String subject) {
        return script.expect(
                new ExpectedAlert("MONITOR_BLIND", provider, subject, false, tolerance));
    }

    private void blindness(ExpectedAlert blind, String severity, long lastSeen, long seenAgain) {
        blind.firesAfter(lastSeen + script.duration(BLIND_AFTER), severity, null).ends(seenAgain);
    }

    /** Dead letters, whose bytes no log may show. */
    private void malformed() {
        for (int i = 0; i < 5; i++) {
            script.event(
                    InputTopic.OBSERVATIONS,
                    script.at(10 + 10 * i),
                    """
                    "provider_id":"p-social","target_key":"%s","status":"GONE %s",\
                    "vantage":{"id":"v-1","country":"VN","asn":1}"""
                            .formatted(script.key("malformed " + i), Script.ADDRESS));
        }
    }
}
