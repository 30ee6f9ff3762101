package gongkai.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The real table as somebody would send it who means harm: all that is around it is as it should be. */
record HostileOffice(Map<String, byte[]> entries) {
    private static final String DOCUMENT = "word/document.xml";

    /**
     * By file name; each is to be refused.
     *
     * @param url where nobody may ask, however often a file says so
     */
    static Map<String, byte[]> files(String url) throws IOException, GeneralSecurityException {
        byte[] real = Files.readAllBytes(Project.sample("task-breakdown.docx"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("entity.docx", of(real).declaring("<!ENTITY x SYSTEM \"" + url + "/x\">", "&x;"));
        files.put("parameter.docx", of(real).declaring("<!ENTITY % p SYSTEM \"" + url + "/p.dtd\"> %p;", ""));
        files.put("laughs.docx", of(real).declaring(laughs(), "&l9;"));
        files.put("bomb.docx", of(real).with("word/media/a.bin", new byte[64 << 20]));
        files.put("macro.docx", of(real).with("word/vbaProject.bin", new byte[64]));
        files.put("encrypted.docx", encrypted(real));
        files.put("truncated.docx", Arrays.copyOf(real, real.length / 2));
        return files;
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"哈\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return entities.toString();
    }

    private static HostileOffice of(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry it; (it = zip.getNextEntry()) != null; ) {
                entries.put(it.getName(), zip.readAllBytes());
            }
        }
        return new HostileOffice(entries);
    }

    /** The document's own words after the declaration, and a use of it in the first of them. */
    private byte[] declaring(String declaration, String use) throws IOException {
        String document = new String(entries.get(DOCUMENT), UTF_8);
        int root = document.indexOf("<w:document");
        String hostile = document.substring(0, root) + "<!DOCTYPE d [" + declaration + "]>"
                + document.substring(root).replaceFirst("</w:t>", use + "</w:t>");
        return with(DOCUMENT, hostile.getBytes(UTF_8));
    }

    private byte[] with(String name, byte[] content) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.put(name, content);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> it : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue());
            }
        }
        return file.toByteArray();
    }

    /** As Word does it when a document gets a password. */
    private static byte[] encrypted(byte[] file) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var content = encryptor.getDataStream(container)) {
                content.write(file);
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            container.writeFilesystem(whole);
            return whole.toByteArray();
        }
    }
}
