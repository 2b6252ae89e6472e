package org.clearancedesk.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A journey through the desk in a real Chromium, named {@code …IT}. Without a Chromium it is skipped and says so; with the
 * system property {@code browser.required=true} (environment: {@code BROWSER_REQUIRED=true}) it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(ChromiumIsThere.class)
public @interface InBrowser {}
