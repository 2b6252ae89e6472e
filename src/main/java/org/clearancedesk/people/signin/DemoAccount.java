package org.clearancedesk.people.signin;

/**
 * Somebody who can be tried out.
 *
 * @param user the user name, which is the password too
 * @param name as people say it
 * @param does what this person does at the desk, as in “approves in writing”
 */
public record DemoAccount(String user, String name, String does) {}
