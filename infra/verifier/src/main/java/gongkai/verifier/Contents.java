package gongkai.verifier;

import gongkai.bundle.Archive;
import gongkai.bundle.Manifest;
import gongkai.bundle.Paths;
import gongkai.bundle.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** The files of a bundle, each with the hash that its manifest states. */
record Contents(SortedMap<String, byte[]> files) {

    /** @throws RefusedException when the archive or one of its hashes is not as it must be */
    static Contents of(byte[] archive) {
        var contents = new Contents(Archive.read(archive));
        contents.checkHashes();
        return contents;
    }

    private void checkHashes() {
        var stated = text(Paths.MANIFEST);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().equals(Paths.MANIFEST) && !stated.contains(Manifest.line(file))) {
                throw new RefusedException(file.getKey(), "its SHA-256 is not the one in the manifest");
            }
        }
        if (!Arrays.equals(Manifest.of(files), file(Paths.MANIFEST))) {
            throw new RefusedException(Paths.MANIFEST, "it does not list exactly the files that are here");
        }
    }

    /** @throws RefusedException when it is not there */
    byte[] file(String path) {
        var file = files.get(path);
        if (file == null) {
            throw new RefusedException(path, "it is missing");
        }
        return file;
    }

    String text(String path) {
        return new String(file(path), StandardCharsets.UTF_8);
    }
}
