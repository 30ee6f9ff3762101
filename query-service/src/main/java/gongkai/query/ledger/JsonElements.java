package gongkai.query.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The elements of a JSON array as they stand in it, byte by byte; a record that is written again is another record. */
final class JsonElements {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonElements() {}

    /** @throws LedgerUnavailableException when the text is not an array of objects */
    static List<byte[]> of(byte[] array) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), array)) {
            require(in.nextToken() == JsonToken.START_ARRAY);
            List<byte[]> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                require(in.currentToken() == JsonToken.START_OBJECT);
                int from = (int) in.currentTokenLocation().getByteOffset();
                in.skipChildren();
                elements.add(Arrays.copyOfRange(
                        array, from, (int) in.currentLocation().getByteOffset()));
            }
            return elements;
        } catch (JacksonException e) {
            throw new LedgerUnavailableException("the command service's answer cannot be read: " + e.getMessage(), e);
        }
    }

    private static void require(boolean isAsExpected) {
        if (!isAsExpected) {
            throw new LedgerUnavailableException(
                    "the command service's answer is not an array of records", new IllegalArgumentException());
        }
    }
}
