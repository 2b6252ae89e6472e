package org.clearancedesk.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Packs the bare application as the desk is packed, with the libraries of the engine's starter only. */
final class BareJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String MAIN = BareApplication.class.getName().replace('.', '/') + ".class";

    /** What the desk brings besides the engine's starter with its web applications, H2 and Spring's web and JDBC starters. */
    private static final Pattern OURS = Pattern.compile("BOOT-INF/lib/(HdrHistogram|LatencyUtils|attoparser"
            + "|camunda-spin-|camunda-engine-plugin-spin|angus|commons-(collections4|text|io)|fontbox|graphics2d"
            + "|jakarta.mail|java-json-canon|jaxb-|json-path|json-smart|accessors|asm-9|liquibase|micrometer-(core|jakarta9|registry)"
            + "|opencsv|openhtmltopdf|pdfbox|ph-fonts|postgresql|prometheus|spring-boot-actuator|spring-context-support"
            + "|annotations-13|bc(pkix|prov|util)|bucket4j|caffeine|checker-qual|clamav|commons-(compress|csv)|content-type|core-3"
            + "|dss-|error_prone|jackson-dataformat-yaml|jcip|kotlin|lang-tag|nimbus|oauth2|spring-session"
            + "|spring-security|springdoc|swagger|thymeleaf|tika|unbescape|webjars-locator|xmpbox).*");

    private BareJar() {}

    static Path from(Path deskJar, Path bareJar) throws IOException {
        try (JarFile desk = new JarFile(deskJar.toFile())) {
            Manifest manifest = desk.getManifest();
            Attributes main = manifest.getMainAttributes();
            main.putValue("Start-Class", BareApplication.class.getName());
            main.remove(new Attributes.Name("Spring-Boot-Classpath-Index"));
            main.remove(new Attributes.Name("Spring-Boot-Layers-Index"));
            try (JarOutputStream bare = new JarOutputStream(Files.newOutputStream(bareJar), manifest);
                    InputStream application = BareJar.class.getResourceAsStream("/" + MAIN)) {
                for (Enumeration<JarEntry> entries = desk.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (belongs(entry.getName())) {
                        put(bare, entry.getName(), desk.getInputStream(entry).readAllBytes());
                    }
                }
                put(bare, CLASSES + MAIN, application.readAllBytes());
            }
        }
        return bareJar;
    }

    private static boolean belongs(String name) {
        return name.equals(CLASSES)
                || name.startsWith("org/springframework/boot/loader/")
                || name.startsWith("BOOT-INF/lib/") && !OURS.matcher(name).matches();
    }

    /** Stored, not deflated: so does the packaging of the desk with its libraries. */
    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
