package org.clearancedesk.letter;

/** Knows what the people behind user names are called. */
public interface DisplayNames {

    /** The name with the user name, such as {@code Leo Gallo (legal)}; the user name alone when nothing else is known. */
    String nameOf(String user);
}
