import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an archive of the GenAI clearance desk without the desk and without a network:
 * {@code java VerifyRecord.java GC-2026-000042.zip [jwks.json]}. Ends with 0 when everything fits, 1 when something does
 * not, 2 when the archive cannot be read.
 */
public class VerifyRecord {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final Map<String, byte[]> small = new LinkedHashMap<>();
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private List<Object> keys = List.of();

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.out.println("Usage: java VerifyRecord.java ARCHIVE.zip [jwks.json]");
            System.exit(2);
        }
        try {
            System.exit(new VerifyRecord().check(Path.of(arguments[0]), arguments.length > 1 ? Path.of(arguments[1]) : null));
        } catch (IOException | RuntimeException unreadable) {
            System.out.println("BROKEN: The archive cannot be read: " + unreadable.getMessage());
            System.exit(2);
        }
    }

    private int check(Path archive, Path ownKeys) throws IOException {
        read(archive);
        Map<String, Object> keySet = json(ownKeys == null ? small.get("keys.json") : Files.readAllBytes(ownKeys), "keys.json");
        keys = list(keySet, "keys");
        Map<String, Object> manifest = json(small.get("manifest.json"), "manifest.json");
        Map<String, Object> record = json(small.get("record.json"), "record.json");
        manifest(manifest);
        String number = text(record, "number");
        if (!number.equals(text(manifest, "caseNumber"))) {
            broken.add("record.json is about another case than the manifest.");
        }
        events(number, record);
        papers(record, manifest);
        checkpoint(number);
        broken.forEach(sentence -> System.out.println("BROKEN: " + sentence));
        System.out.printf(
                "%s: %d files, %d events%s.%n",
                number,
                digests.size(),
                hashes.size(),
                broken.isEmpty() ? ", all of them as the desk recorded and signed them" : ", " + broken.size() + " things do not fit");
        if (ownKeys == null) {
            System.out.println("The signatures were checked against the keys in the archive itself; see OFFLINE-VERIFY.txt.");
        }
        return broken.isEmpty() ? 0 : 1;
    }

    private void read(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content;
                try (InputStream in = zip.getInputStream(entry)) {
                    content = in.readNBytes(LARGEST);
                }
                if (digests.put(entry.getName(), hex(sha256(content))) != null) {
                    broken.add("The archive holds “" + entry.getName() + "” twice.");
                }
                sizes.put(entry.getName(), (long) content.length);
                if (!entry.getName().startsWith("evidence/")) {
                    small.put(entry.getName(), content);
                }
            }
        }
    }

    private void manifest(Map<String, Object> manifest) {
        Set<String> named = new HashSet<>(Set.of("manifest.json", "manifest.jws"));
        for (Object each : list(manifest, "entries")) {
            String name = text(each, "name");
            named.add(name);
            if (!digests.containsKey(name)) {
                broken.add("The file “" + name + "” is gone from the archive.");
            } else if (!digests.get(name).equals(text(each, "sha256")) || sizes.get(name) != number(each, "size")) {
                broken.add("The file “" + name + "” was changed.");
            }
        }
        digests.keySet().stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> broken.add("The file “" + name + "” was put into the archive."));
        String stated = new String(small.get("manifest.json"), StandardCharsets.UTF_8);
        signed("manifest.json", string(small.get("manifest.jws")), stated);
    }

    private void events(String number, Map<String, Object> record) {
        String previous = "0".repeat(64);
        int sequence = 0;
        for (Object event : list(record, "events")) {
            sequence++;
            Map<String, Object> hashed = new LinkedHashMap<>();
            hashed.put("actor", text(event, "actor"));
            hashed.put("at", text(event, "at"));
            hashed.put("case", number);
            hashed.put("payloadDigest", hex(sha256(bytes(canonical(field(event, "payload"))))));
            hashed.put("previousHash", previous);
            hashed.put("sequence", new Literal(String.valueOf(sequence)));
            hashed.put("type", text(event, "type"));
            String hash = hex(sha256(bytes(canonical(hashed))));
            if (number(event, "sequence") != sequence
                    || !text(event, "previousHash").equals(previous)
                    || !text(event, "hash").equals(hash)) {
                broken.add("Event " + sequence + " does not fit: it was changed, moved, put in, or one before it left out.");
                return;
            }
            hashes.add(hash);
            previous = hash;
        }
        if (!text(record, "digest").equals(previous)) {
            broken.add("Event " + (sequence + 1) + " is missing: the record ends with another hash.");
        }
    }

    private void papers(Map<String, Object> record, Map<String, Object> manifest) {
        Set<String> kept = new HashSet<>();
        list(manifest, "withheld").forEach(each -> kept.add(text(each, "sha256")));
        Set<String> told = new HashSet<>();
        digests.forEach((name, digest) -> {
            if (name.startsWith("evidence/")) {
                kept.add(digest);
            }
        });
        for (Object event : list(record, "events")) {
            Object payload = field(event, "payload");
            if (text(event, "type").equals("LETTER_ISSUED")) {
                String name = "letter/" + text(payload, "letter") + ".pdf";
                told.add(name);
                if (!text(payload, "digest").equals(digests.get(name))) {
                    broken.add("The letter “" + name + "” is not the one that event " + number(event, "sequence") + " tells of.");
                }
            } else if (text(event, "type").equals("EVIDENCE_ADDED")) {
                told.add(text(payload, "sha256"));
                if (!kept.contains(text(payload, "sha256"))) {
                    broken.add("The file “" + text(payload, "name") + "” of event " + number(event, "sequence") + " is not in the archive.");
                }
            }
        }
        digests.forEach((name, digest) -> {
            boolean isPaper = name.startsWith("evidence/") || name.startsWith("letter/") && name.endsWith(".pdf");
            if (isPaper && !told.contains(digest) && !told.contains(name)) {
                broken.add("No event tells of “" + name + "”.");
            }
        });
    }

    private void checkpoint(String number) {
        byte[] content = small.get("checkpoint.json");
        if (content == null) {
            System.out.println("No checkpoint covers the case yet.");
            return;
        }
        Map<String, Object> proof = json(content, "checkpoint.json");
        long sequence = number(proof, "sequence");
        String hash = text(proof, "hash");
        if (sequence < 1 || sequence > hashes.size() || !hashes.get((int) sequence - 1).equals(hash)) {
            broken.add("The checkpoint covers event " + sequence + " with another hash than the record.");
        }
        byte[] at = sha256(join(0, bytes(number + "\n" + sequence + "\n" + hash), new byte[0]));
        for (Object step : list(proof, "way")) {
            byte[] beside = HexFormat.of().parseHex(text(step, "hash"));
            at = sha256(text(step, "side").equals("left") ? join(1, beside, at) : join(1, at, beside));
        }
        String statement = text(proof, "statement");
        if (!text(json(bytes(statement), "the checkpoint's statement"), "root").equals(hex(at))) {
            broken.add("The way of the checkpoint does not lead to what it states.");
        }
        signed("the checkpoint", text(proof, "jws"), statement);
    }

    private void signed(String what, String jws, String stated) {
        try {
            String[] parts = jws.split("\\.");
            Map<String, Object> header = json(Base64.getUrlDecoder().decode(parts[0]), "a signature");
            Object key = keys.stream()
                    .filter(each -> text(each, "kid").equals(text(header, "kid")))
                    .findFirst()
                    .orElse(null);
            if (key == null) {
                broken.add("The signature of " + what + " is of a key that is not the desk's.");
                return;
            }
            Signature signature = signature(text(header, "alg"));
            signature.initVerify(key(key));
            signature.update(bytes(parts[0] + "." + parts[1]));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    || !string(Base64.getUrlDecoder().decode(parts[1])).equals(stated)) {
                broken.add("The signature of " + what + " does not hold.");
            }
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            broken.add("The signature of " + what + " cannot be read.");
        }
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        String bits = algorithm.substring(2);
        if (algorithm.startsWith("PS")) {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec(
                    "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), Integer.parseInt(bits) / 8, 1));
            return pss;
        }
        return Signature.getInstance(
                "SHA" + bits + (algorithm.startsWith("ES") ? "withECDSAinP1363Format" : "withRSA"));
    }

    private static PublicKey key(Object jwk) throws GeneralSecurityException {
        if (text(jwk, "kty").equals("RSA")) {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(big(jwk, "n"), big(jwk, "e")));
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp" + text(jwk, "crv").substring(2) + "r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(big(jwk, "x"), big(jwk, "y")), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger big(Object jwk, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text(jwk, field)));
    }

    private static byte[] join(int kind, byte[] first, byte[] second) {
        byte[] whole = new byte[1 + first.length + second.length];
        whole[0] = (byte) kind;
        System.arraycopy(first, 0, whole, 1, first.length);
        System.arraycopy(second, 0, whole, 1 + first.length, second.length);
        return whole;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    // --- JSON, as much of it as a record needs

    /** A number, true, false or null as it stands. */
    private record Literal(String text) {}

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(byte[] content, String name) {
        if (content == null) {
            throw new IllegalArgumentException("“" + name + "” is not there.");
        }
        return (Map<String, Object>) new Reader(string(content)).whole();
    }

    private static Object field(Object object, String name) {
        return object instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static String text(Object object, String name) {
        return field(object, name) instanceof String text ? text : "";
    }

    private static long number(Object object, String name) {
        return field(object, name) instanceof Literal literal ? Long.parseLong(literal.text()) : -1;
    }

    private static List<Object> list(Object object, String name) {
        return field(object, name) instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private static String canonical(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> each : new TreeMap<>(map).entrySet()) {
                out.append(separator);
                write(each.getKey(), out);
                out.append(':');
                write(each.getValue(), out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object each : list) {
                out.append(separator);
                write(each, out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            out.append('"');
            text.chars().forEach(c -> out.append(escaped((char) c)));
            out.append('"');
        } else {
            out.append(((Literal) value).text());
        }
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            skip();
            if (at < text.length()) {
                throw new IllegalArgumentException("This is no JSON.");
            }
            return value;
        }

        private Object value() {
            skip();
            char c = text.charAt(at);
            if (c == '{') {
                Map<String, Object> map = new LinkedHashMap<>();
                for (at++; !ends('}'); ) {
                    String name = (String) value();
                    skip();
                    at++;
                    if (map.put(name, value()) != null) {
                        throw new IllegalArgumentException("“" + name + "” stands twice.");
                    }
                }
                return map;
            }
            if (c == '[') {
                List<Object> list = new ArrayList<>();
                for (at++; !ends(']'); ) {
                    list.add(value());
                }
                return list;
            }
            return c == '"' ? string() : literal();
        }

        private boolean ends(char end) {
            skip();
            if (text.charAt(at) == ',') {
                at++;
                skip();
            }
            if (text.charAt(at) == end) {
                at++;
                return true;
            }
            return false;
        }

        private Literal literal() {
            int from = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return new Literal(text.substring(from, at));
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                char escape = text.charAt(++at);
                int index = "bfnrt".indexOf(escape);
                if (escape == 'u') {
                    out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                } else {
                    out.append(index < 0 ? escape : "\b\f\n\r\t".charAt(index));
                }
            }
            at++;
            return out.toString();
        }

        private void skip() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
