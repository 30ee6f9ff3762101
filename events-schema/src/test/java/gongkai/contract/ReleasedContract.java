package gongkai.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What others already rely on. Whatever is merged is released, for a ledger may hold it from then on. */
final class ReleasedContract {

    private static final Path FOLDER = Path.of("src/test/resources/released");
    private static final Path LIST = FOLDER.resolve("RELEASED");

    static final String HOW_TO_CHANGE = """


            A released version is never changed: ledgers hold it and others read it. Make a new version beside it (ADR 0017), here of X from v1 to v2:
              1. keep its record under the name X1 in events-schema/src/main/java/gongkai/record, and the parts it shares that change;
              2. change X in gongkai.event;
              3. put new Upcaster<>(X.class, 1, X1.class, X.class, x1 -> …) into EventVersions.RELEASED;
              4. leave gongkai.X.v1.json and its golden files as they are; add gongkai.X.v2.json, its message in asyncapi.yaml, and a golden file;
              5. ./infra/contract takes the new version into the released contract.""";

    private ReleasedContract() {}

    static List<String> breaks() {
        return Stream.concat(
                        Compatibility.breaks(Schemas.in(FOLDER), Schemas.current()).stream(),
                        GoldenFiles.breaks(goldenFiles(), GoldenFiles.current()).stream())
                .toList();
    }

    private static GoldenFiles goldenFiles() {
        return GoldenFiles.parse(MadeFile.textOf(LIST));
    }

    /** What holds now as the released contract; to be called only when nothing is broken. */
    static void take() {
        MadeFile.check(LIST, GoldenFiles.current().asText());
        for (var schema : Schemas.current().files().keySet()) {
            MadeFile.check(FOLDER.resolve(schema), MadeFile.textOf(Schemas.FOLDER.resolve(schema)));
        }
    }
}
