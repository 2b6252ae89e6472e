package org.clearancedesk.letter;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** What makes a PDF fit for an archive (PDF/A-3) and for screen readers (PDF/UA), and the file that it carries. */
public final class ArchivalPdf {

    private static final float VERSION = 1.7f;
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private ArchivalPdf() {}

    static void prepare(PdfRendererBuilder builder) {
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS);
    }

    /** Dates and identity come from the letter and not from the moment, so that a repeated rendering is the same file. */
    public static void describe(PDDocument pdf, LocalDate issuedOn, String recordDigest) throws IOException {
        Calendar issued = midnight(issuedOn);
        pdf.setVersion(VERSION);
        pdf.getDocumentInformation().setCreationDate(issued);
        pdf.getDocumentInformation().setModificationDate(issued);
        pdf.setDocumentId(Long.parseLong(recordDigest.substring(0, 15), 16));
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String dated = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:(Create|Modify)Date>)[^<]*", "$1" + issuedOn + "T00:00:00Z");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file into the PDF that says the same in another form. */
    static void embed(PDDocument pdf, LocalDate issuedOn, String name, String mediaType, byte[] content)
            throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype(mediaType);
        file.setSize(content.length);
        file.setCreationDate(midnight(issuedOn));
        file.setModDate(midnight(issuedOn));
        PDComplexFileSpecification entry = new PDComplexFileSpecification();
        entry.setFile(name);
        entry.setFileUnicode(name);
        entry.setEmbeddedFile(file);
        entry.setEmbeddedFileUnicode(file);
        entry.setFileDescription("The same approval for programs, signed");
        entry.getCOSObject().setName("AFRelationship", "Alternative");
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, entry));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        COSArray associated = new COSArray();
        associated.add(entry);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static Calendar midnight(LocalDate day) {
        Calendar midnight = GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
        midnight.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return midnight;
    }
}
