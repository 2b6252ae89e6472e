package org.clearancedesk;

import java.util.List;

/** What somebody types who wants it to be more than text. None holds a line break, so that each can be looked for whole. */
public final class HostileText {

    /** What every payload would do if it ran in a browser: it leaves this behind on {@code window}. */
    public static final String MARK = "hostile";

    public static final List<String> ALL = List.of(
            "<script>window.hostile=1</script>",
            "<img src=x onerror=\"window.hostile=2\">",
            "\"><svg onload=window.hostile=3>",
            "' onmouseover='window.hostile=4' x='",
            "{{constructor.constructor('window.hostile=5')()}}",
            "{{7*7}} ${7*7} [[${7*7}]] [(${7*7})] *{7*7} #{x} @{y} ~{z}",
            "javascript:window.hostile=6",
            "<a href=\"javascript:window.hostile=7\">here</a>",
            "<!-- comment --> <![CDATA[data]]> ]]> --> <?x y?>",
            "&amp;lt;b&amp;gt; &#60;b&#62; &lt;/td&gt;",
            "</textarea></title></style><iframe srcdoc=\"<script>parent.hostile=8</script>\"></iframe>",
            "<style>body{display:none}</style><base href=//evil.example/><meta http-equiv=refresh content=0>");

    private HostileText() {}
}
