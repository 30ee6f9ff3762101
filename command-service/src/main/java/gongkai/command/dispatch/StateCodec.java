package gongkai.command.dispatch;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

/** Between a stream's state and bytes that only the same code will read. */
final class StateCodec {

    private final JsonMapper json = JsonMapper.builder()
            .setDefaultTyping(new SealedTypes())
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    byte[] encode(Object state) {
        return json.writerFor(Object.class).writeValueAsBytes(state);
    }

    /** @throws tools.jackson.core.JacksonException when these bytes are none */
    Object decode(byte[] bytes) {
        return json.readerFor(Object.class).readValue(bytes);
    }

    /** Where a component's type leaves it open which record is in it, that is written down. */
    private static final class SealedTypes extends DefaultTypeResolverBuilder {

        SealedTypes() {
            super(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("gongkai.")
                            .build(),
                    DefaultTyping.OBJECT_AND_NON_CONCRETE,
                    JsonTypeInfo.As.PROPERTY);
        }

        @Override
        public boolean useForType(JavaType type) {
            return type.isJavaLangObject() || type.getRawClass().isSealed();
        }
    }
}
