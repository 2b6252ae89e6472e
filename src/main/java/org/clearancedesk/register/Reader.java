package org.clearancedesk.register;

import java.util.Set;

/**
 * Whoever reads the register, with what lets them see a case.
 *
 * @param groups groups that cases were brought before
 * @param productions codes of the productions they belong to
 * @param everything whether they see every case
 */
public record Reader(String user, Set<String> groups, Set<String> productions, boolean everything) {}
