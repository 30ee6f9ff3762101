package gongkai.query.desk;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A table that waits to be accepted: which file, and what was typed beside it, as its page's address holds them. */
public record Draft(String county, String sha256, String fileName, String year, String issuedOn, String title) {

    private static final int LONGEST_NAME = 200;

    public Draft {
        // Its end says the format; of all else as much as an address can hold.
        fileName = fileName.isEmpty() ? "table" : fileName.substring(Math.max(0, fileName.length() - LONGEST_NAME));
    }

    String address() {
        return UriComponentsBuilder.fromPath("/desk/jurisdictions/{county}/plans/{sha256}")
                .queryParam("fileName", "{fileName}")
                .queryParam("year", "{year}")
                .queryParam("issuedOn", "{issuedOn}")
                .queryParam("title", "{title}")
                .encode()
                .buildAndExpand(county, sha256, fileName, year, issuedOn, title)
                .toUriString();
    }

    /** As the command API takes it; what was left empty is left out. */
    MultiValueMap<String, Object> parts(byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        add(parts, "year", year);
        add(parts, "issuedOn", issuedOn);
        add(parts, "title", title);
        return parts;
    }

    private static void add(MultiValueMap<String, Object> parts, String name, String value) {
        if (!value.isBlank()) {
            parts.add(name, value.strip());
        }
    }
}
