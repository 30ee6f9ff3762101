package gongkai.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies made from a good one: a wrong value in any place, a field too many or too few, or no JSON at all. */
final class NaughtyJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> LITERALS = List.of(
            "1e999999999",
            "-1e-999999999",
            "1".repeat(1_200),
            "0." + "1".repeat(1_200),
            "123456789012345678901234567890",
            "1.5",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\uFFFE\"",
            "true",
            "null",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"\":{}}",
            "\"\\u202E\"",
            "NaN",
            "'x'",
            "01",
            "\"\u0001\"",
            "\"\\x\"",
            "[1,]",
            "// x");

    private NaughtyJson() {}

    static byte[] of(SplittableRandom chance, JsonNode example) {
        return switch (chance.nextInt(20)) {
            case 0 -> broken(chance, JSON.writeValueAsString(example));
            case 1 -> odd(chance);
            case 2 -> doubled(example);
            case 3, 4, 5, 6 -> literal(chance, example);
            case 7 -> bytes(example);
            default -> bytes(changed(chance, example, 1 + chance.nextInt(3)));
        };
    }

    private static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsString(node).getBytes(UTF_8);
    }

    private static JsonNode changed(SplittableRandom chance, JsonNode example, int times) {
        ObjectNode root = NODES.objectNode().set("root", example.deepCopy());
        for (int i = 0; i < times; i++) {
            List<Consumer<JsonNode>> places = new ArrayList<>();
            List<Runnable> structure = new ArrayList<>();
            collect(root, places, structure, chance);
            if (chance.nextInt(6) == 0 && !structure.isEmpty()) {
                Naughty.pick(chance, structure).run();
            } else if (!places.isEmpty()) {
                Naughty.pick(chance, places).accept(value(chance));
            }
        }
        return root.path("root");
    }

    private static void collect(
            JsonNode node, List<Consumer<JsonNode>> places, List<Runnable> structure, SplittableRandom chance) {
        if (node instanceof ObjectNode object) {
            structure.add(() -> object.set(Naughty.value(chance), value(chance)));
            for (var field : List.copyOf(object.properties())) {
                places.add(it -> object.set(field.getKey(), it));
                structure.add(() -> object.remove(field.getKey()));
                collect(field.getValue(), places, structure, chance);
            }
        } else if (node instanceof ArrayNode array) {
            structure.add(() -> {
                JsonNode repeated = array.isEmpty() ? value(chance) : array.get(0);
                for (int i = 0; i < 600; i++) {
                    array.add(repeated);
                }
            });
            structure.add(() -> array.addNull());
            structure.add(array::removeAll);
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(it -> array.set(at, it));
                collect(array.get(i), places, structure, chance);
            }
        }
    }

    private static JsonNode value(SplittableRandom chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance.nextBoolean());
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(chance.nextInt(-3, 400));
            case 4 -> NODES.numberNode(chance.nextDouble() * 1e300);
            case 5 -> NODES.arrayNode().add(Naughty.value(chance));
            case 6 -> NODES.objectNode().put(Naughty.value(chance), Naughty.value(chance));
            default -> NODES.stringNode(Naughty.value(chance));
        };
    }

    /** A value that no writer of JSON would write, in the place of a field's. */
    private static byte[] literal(SplittableRandom chance, JsonNode example) {
        if (!(example instanceof ObjectNode object) || object.isEmpty()) {
            return Naughty.pick(chance, LITERALS).getBytes(UTF_8);
        }
        String field = Naughty.pick(chance, List.copyOf(object.propertyNames()));
        String text = JSON.writeValueAsString(object.deepCopy().put(field, "%PLACE%"));
        return text.replace("\"%PLACE%\"", Naughty.pick(chance, LITERALS)).getBytes(UTF_8);
    }

    private static byte[] doubled(JsonNode example) {
        String text = JSON.writeValueAsString(example);
        return (text.substring(0, text.length() - 1) + "," + text.substring(1)).getBytes(UTF_8);
    }

    private static byte[] broken(SplittableRandom chance, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return switch (chance.nextInt(6)) {
            case 0 -> text.substring(0, chance.nextInt(text.length())).getBytes(UTF_8);
            case 1 -> ("\uFEFF" + text).getBytes(UTF_8);
            case 2 -> text.getBytes(UTF_16);
            case 3 -> (text + text).getBytes(UTF_8);
            case 4 -> (text + "]}").getBytes(UTF_8);
            default -> {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
                yield bytes;
            }
        };
    }

    private static byte[] odd(SplittableRandom chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> "[".repeat(20_000).getBytes(UTF_8);
            case 2 -> "{\"a\":".repeat(20_000).getBytes(UTF_8);
            case 3 ->
                ("{\"title\":\"" + "x".repeat(chance.nextInt(100) == 0 ? 5_000_000 : 70_000) + "\"}").getBytes(UTF_8);
            case 4 -> "\u00ff\u00fe\u0000\u00d8".getBytes(ISO_8859_1);
            case 5 -> "a=b&c=d".getBytes(UTF_8);
            case 6 ->
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
                        .getBytes(UTF_8);
            default -> Naughty.pick(chance, LITERALS).getBytes(UTF_8);
        };
    }
}
