package org.clearancedesk.workflow;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What the engine needs before the first request comes in; a second start finds it all there and changes nothing. */
@Component
class FirstThings implements SmartInitializingSingleton {

    private final Models models;
    private final Grants grants;
    private final SetupPage setupPage;
    private final TaskFilters filters;
    private final ObjectProvider<DemoUsers> demoUsers;

    FirstThings(
            Models models,
            Grants grants,
            SetupPage setupPage,
            TaskFilters filters,
            ObjectProvider<DemoUsers> demoUsers) {
        this.models = models;
        this.grants = grants;
        this.setupPage = setupPage;
        this.filters = filters;
        this.demoUsers = demoUsers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.deploy();
        grants.make();
        setupPage.shut();
        filters.make();
        demoUsers.ifAvailable(DemoUsers::make);
    }
}
