package org.clearancedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies, headers and addresses that nobody means, always the same ones from the same seed. */
final class Nonsense {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "x".repeat(20_000);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "1e999999",
            "99999999999999999999999999999999",
            "1" + "0".repeat(2_000),
            "0.1e-400",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "{\"\":{\"\":null}}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\\ufeff\\uffff\"",
            "\"" + LONG + "\"",
            "\"2026-02-31\"",
            "\"2026-02-31T25:61:61.000+9999\"",
            "\"${7*7}\"",
            "\"';--\"",
            "\"<script>\"",
            "\"GC-2026-000001\"",
            "NaN",
            "0x10",
            "01",
            "'a'",
            "undefined");

    private static final List<String> NAMES = List.of(
            "\"\"",
            "\"__proto__\"",
            "\"unknown\"",
            "\"facts\"",
            "\"variables\"",
            "\"query\"",
            "\"orQueries\"",
            "\"sorting\"",
            "\"userId\"",
            "\"profile\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + LONG.substring(0, 3_000) + "\"",
            "unquoted");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "application/json;charset=UTF-16",
            "application/json;charset=nonsense",
            "application/json;charset=\"",
            "application/problem+json",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data;boundary=b",
            "multipart/form-data;boundary=",
            "multipart/mixed;boundary=b",
            "application/octet-stream",
            "*/*",
            "///",
            "json",
            "",
            "\u00ff\u00fe");

    private static final List<String> HEADERS = List.of(
            "Accept: */*",
            "Accept: application/json",
            "Accept: application/hal+json",
            "Accept: text/html",
            "Accept: text/csv",
            "Accept: application/pdf",
            "Accept: image/png",
            "Accept: nonsense",
            "Accept: a/b;q=2",
            "Accept: */*;q=nonsense",
            "Accept: application/json;" + LONG.substring(0, 3_000),
            "Accept-Language: " + "x-".repeat(200),
            "Accept-Charset: nonsense",
            "Accept-Encoding: nonsense;q=-1",
            "Content-Encoding: gzip",
            "Expect: nonsense",
            "Range: bytes=9-1,-,99999999999999999999-",
            "If-None-Match: \"",
            "If-Modified-Since: nonsense",
            "If-Match: *",
            "Cookie: DESK-SESSION=; =; a=\"\u0001",
            "Authorization: Basic !!!!",
            "Authorization: Basic /////w==",
            "Authorization: Basic AA==",
            "Authorization: Bearer a.b.c",
            "Authorization: ",
            "Origin: null",
            "Origin: nonsense://[",
            "Sec-Fetch-Site: nonsense",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Host: [nonsense",
            "X-Forwarded-Proto: nonsense",
            "X-Forwarded-For: nonsense, 999.999.999.999",
            "Forwarded: for=\"[::nonsense\"",
            "X-Filler: " + LONG.substring(0, 7_000),
            "X-Filler: " + LONG + LONG + LONG + LONG,
            "X-Authorized-Engines: nonsense",
            "Transfer-Encoding: chunked",
            "X-XSRF-TOKEN: nonsense");

    private static final List<String> QUERIES = List.of(
            "page=-1&size=0",
            "page=99999999999999999999",
            "page=2147483647&size=2147483647",
            "size=nonsense",
            "status=NONSENSE&tier=%00",
            "q=%00",
            "q=%ff%fe",
            "q=%ed%a0%80",
            "q=%",
            "q=%zz",
            "q=" + "%25".repeat(500),
            "q=a&q=b&q[]=c",
            "=",
            "&&&",
            "production=" + LONG.substring(0, 4_000),
            "firstResult=-1&maxResults=nonsense",
            "sortBy=nonsense",
            "sortOrder=asc&sortBy=",
            "lang=nonsense",
            "error=%3Cscript%3E",
            "continue&out");

    private static final List<String> STEPS = List.of(
            "nonsense",
            "GC-2026-999999",
            "GL-2026-999999",
            "GC-2026-99999999999999999999999",
            "00000000-0000-0000-0000-000000000000",
            "%00",
            "%ff",
            "%ed%a0%80",
            "%f0%9f%a6%84",
            "%2e%2e",
            "%252e",
            "a;b=c",
            "%",
            "%zz",
            "%7b%7d",
            "%0d%0aX-Header:1",
            "*",
            "-1",
            "a%20b",
            "a%7cb",
            "a|b",
            "[",
            LONG.substring(0, 5_000));

    private final Random random;

    Nonsense(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    boolean timesIn(int times, int of) {
        return random.nextInt(of) < times;
    }

    String step() {
        return oneOf(STEPS);
    }

    String query() {
        return oneOf(QUERIES);
    }

    String type() {
        return oneOf(TYPES);
    }

    List<String> headers() {
        List<String> headers = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            headers.add(oneOf(HEADERS));
        }
        return headers;
    }

    /** Something near a body that would be taken, or far from any. */
    byte[] body(Map<String, ?> near) {
        return switch (random.nextInt(8)) {
            case 0 -> random(random.nextInt(400));
            case 1 -> text(oneOf(VALUES));
            case 2 -> text(nested());
            case 3 ->
                text("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + step() + "\"\r\n\r\n"
                        + oneOf(VALUES) + oneOf(List.of("", "\r\n--b--\r\n", "\r\n--b")));
            case 4 -> spoilt(text(json(near)));
            default -> text(changed(json(near)));
        };
    }

    private String changed(String json) {
        String changed = json;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int colon = changed.indexOf(':', random.nextInt(changed.length()));
            if (colon < 0) {
                changed = "{" + oneOf(NAMES) + ":" + oneOf(VALUES) + "," + changed.substring(1);
            } else {
                int end = changed.indexOf(',', colon);
                changed = changed.substring(0, colon + 1)
                        + oneOf(VALUES)
                        + (end < 0 ? "}" : "," + (timesIn(1, 2) ? "" : oneOf(NAMES) + ":" + oneOf(VALUES) + ","))
                        + (end < 0 ? "" : changed.substring(end + 1));
            }
        }
        return changed;
    }

    private byte[] spoilt(byte[] bytes) {
        byte[] spoilt = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        for (int times = random.nextInt(4); times > 0; times--) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    private String nested() {
        int depth = 10 + random.nextInt(5_000);
        String open = oneOf(List.of("[", "{\"a\":", "{\"orQueries\":[", "{\"variables\":"));
        return open.repeat(depth) + "1" + (timesIn(1, 2) ? "" : "]".repeat(depth));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String json(Map<String, ?> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
