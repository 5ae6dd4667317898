package vn.takedown.stack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.stack.simulator.LognormalMixture.Component;
import vn.takedown.stack.simulator.ProviderFamily.SharePoint;

class LognormalMixtureTest {

    private static final List<Component> ONE = List.of(new Component(1, 0, 1));

    /** Of a normal distribution 50 % lie below the mean and 84.134 % below one deviation more. */
    @Test
    void oneComponentIsAnOrdinaryLognormal() {
        LognormalMixture fitted =
                LognormalMixture.through(
                        ONE,
                        new SharePoint(Duration.ofMillis(1_000), 0.5),
                        new SharePoint(Duration.ofMillis(2_000), 0.841345));

        assertThat(fitted.mu()).isCloseTo(Math.log(1_000), within(1e-4));
        assertThat(fitted.sigma()).isCloseTo(Math.log(2), within(1e-4));
    }

    @Test
    void componentsThatNeverActAreMadeUpForByTheOthers() {
        List<Component> components = List.of(new Component(3, -0.5, 1), new Component(1, 0.9, 0.8));
        SharePoint earlier = new SharePoint(Duration.ofHours(7), 0.5);
        SharePoint later = new SharePoint(Duration.ofHours(24), 0.81);

        LognormalMixture fitted = LognormalMixture.through(components, earlier, later);

        assertThat(fitted.share(components, earlier.within().toMillis()))
                .isCloseTo(0.5, within(1e-4));
        assertThat(fitted.share(components, later.within().toMillis()))
                .isCloseTo(0.81, within(1e-4));
        assertThat(fitted.share(components, 1e18)).isCloseTo(0.95, within(1e-6));
    }

    @Test
    void pointsThatCannotBeReachedAreRefused() {
        assertThatThrownBy(
                        () ->
                                LognormalMixture.through(
                                        List.of(new Component(1, 0, 0.7)),
                                        new SharePoint(Duration.ofHours(7), 0.5),
                                        new SharePoint(Duration.ofHours(24), 0.81)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
