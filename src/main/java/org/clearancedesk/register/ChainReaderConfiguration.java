package org.clearancedesk.register;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What reads the register and writes nothing, for a program that needs no more of the desk. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChainReader.class,
    EventStore.class,
    DeskEventStore.class,
    RowChain.class,
    ChainEnds.class,
    EventChain.class,
    CanonicalJson.class
})
public class ChainReaderConfiguration {}
