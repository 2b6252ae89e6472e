package org.clearancedesk.engine.hardening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.clearancedesk.engine.identity.FormerNames;
import org.clearancedesk.engine.identity.FormerUsers;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Builds the defences into the engine before it starts. */
@Component
class Hardening extends AbstractProcessEnginePlugin {

    private final Map<Object, Object> modelBeans;
    private final FormerUsers formerUsers;
    private final FormerNames formerNames;
    private final AccountRules rules;
    private final MembershipRules memberships;
    private final StepVariables asked;
    private final RefusedAttempts attempts;
    private final boolean groupsAreOurs;

    Hardening(
            ListableBeanFactory beans,
            FormerUsers formerUsers,
            FormerNames formerNames,
            AccountRules rules,
            MembershipRules memberships,
            StepVariables asked,
            RefusedAttempts attempts,
            Environment environment) {
        this.modelBeans = new ModelBeans(beans);
        this.formerUsers = formerUsers;
        this.formerNames = formerNames;
        this.rules = rules;
        this.memberships = memberships;
        this.asked = asked;
        this.attempts = attempts;
        this.groupsAreOurs = environment.matchesProfiles("demo");
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(searched(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.getCustomPreCommandInterceptorsTxRequired().add(new OvertakenCompletions());
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                searched(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setCustomPostCommandInterceptorsTxRequired(watched(engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                watched(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
        VariableTypes.restrict(engine);
        engine.setDelegateInterceptor(new OwnFailures());
        engine.setCustomSessionFactories(first(
                new EngineSessionFactory(FilterManager.class, FilterGuard::new), engine.getCustomSessionFactories()));
        engine.setCustomSessionFactories(first(
                new EngineSessionFactory(AuthorizationManager.class, DeskAuthorization::new),
                engine.getCustomSessionFactories()));
        // What is found is looked up among the grants one by one; joined to them, everything would meet every grant.
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_ALWAYS);
        engine.setCustomPostBPMNParseListeners(
                first(new TimerDeclarationGuard(), engine.getCustomPostBPMNParseListeners()));
        engine.setBeans(modelBeans);
        engine.setExpressionManager(new ModelExpressions(modelBeans));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setCustomHistoryLevels(first(new TrimmedHistoryLevel(), engine.getCustomHistoryLevels()));
        engine.setDmnEngineConfiguration((DefaultDmnEngineConfiguration) CachingFeelEngine.ofTables());
        engine.setResourceAuthorizationProvider(new OwnUserGrants());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        VariableTypes.restrictSerializers((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    }

    private List<CommandInterceptor> searched(@Nullable List<CommandInterceptor> others) {
        return first(new CommandFailures(attempts), first(new ExpressionBlockingInterceptor(), others));
    }

    private List<CommandInterceptor> watched(@Nullable List<CommandInterceptor> others) {
        return first(
                new UserChanges(formerUsers, formerNames, rules, attempts),
                first(
                        new VariableGuard(asked, attempts),
                        first(
                                new AdministratorsChanges(groupsAreOurs, rules, memberships, attempts),
                                first(new TaskHandBack(), others))));
    }

    private static <T> List<T> first(T ours, @Nullable List<T> others) {
        return new ArrayList<>(Stream.concat(Stream.of(ours), others == null ? Stream.empty() : others.stream())
                .toList());
    }
}
