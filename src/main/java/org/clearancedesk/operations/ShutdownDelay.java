package org.clearancedesk.operations;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has a desk that is told to stop say so, and answer as before for a while. A proxy leaves alone a desk that was away, and
 * would have nobody to ask if the other one went before it has looked again.
 */
@Component
class ShutdownDelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownDelay.class);

    private final ApplicationContext desk;
    private final Duration time;
    private volatile boolean running;

    ShutdownDelay(ApplicationContext desk, OperationsProperties operations) {
        this.desk = desk;
        this.time = operations.lastCalls();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (time.isZero()) {
            return;
        }
        LOG.info("The desk stops in {} s; until then it answers, and is not ready any more.", time.toSeconds());
        AvailabilityChangeEvent.publish(desk, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which takes no call from then on, and before the jobs. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
