package org.clearancedesk.operations.start;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Stops the start before anything is made, unless this is the demo or everything is fit for real requests. */
@Component
class StartRuleCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final Profiles DEMO = Profiles.of("demo & !production");
    private static final Profiles REAL = Profiles.of("production & !demo");
    private static final String ONE_OF_TWO =
            "It is the demo or it is real: set SPRING_PROFILES_ACTIVE=production, beside profiles of your own but not"
                    + " beside demo, which brings users whose passwords everybody knows.";

    @SuppressWarnings("NullAway.Init")
    private Environment settings;

    @Override
    public void setEnvironment(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (settings.acceptsProfiles(DEMO)) {
            return;
        }
        if (!settings.acceptsProfiles(REAL)) {
            throw new NotFitForProduction(List.of(ONE_OF_TWO));
        }
        List<String> broken = beans.getBeansOfType(StartRule.class, true, false).values().stream()
                .flatMap(rule -> rule.broken(settings).stream())
                .toList();
        if (!broken.isEmpty()) {
            throw new NotFitForProduction(broken);
        }
    }
}
