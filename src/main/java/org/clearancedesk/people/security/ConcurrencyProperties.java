package org.clearancedesk.people.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much goes on at the same time. A number of 0 means without limit.
 *
 * @param calls that are worked on; each can hold a connection to the database
 * @param waiting calls for which there is no room yet
 * @param ofCaller calls of one person, or of one address where nobody is signed in
 * @param largeOfCaller files, archives and dossiers on their way to or from one of them
 * @param large files, archives and dossiers on their way in all
 * @param arrivingFromAddress calls of one address that have not come whole yet
 * @param arriving calls that have not come whole yet in all
 */
@ConfigurationProperties("clearance-desk.limits.at-once")
record ConcurrencyProperties(
        @DefaultValue("32") int calls,
        @DefaultValue("48") int waiting,
        @DefaultValue("16") int ofCaller,
        @DefaultValue("3") int largeOfCaller,
        @DefaultValue("8") int large,
        @DefaultValue("8") int arrivingFromAddress,
        @DefaultValue("16") int arriving) {}
