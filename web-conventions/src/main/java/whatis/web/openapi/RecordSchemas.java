package whatis.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes from records that each of their components is always there, and which of them may be null. */
final class RecordSchemas implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema resolved = chain.next().resolve(type, context, chain);
        Class<?> record = Json31.mapper().constructType(type.getType()).getRawClass();
        Schema<?> schema = context.getDefinedModels().get(record.getSimpleName());
        if (record.isRecord() && schema != null && schema.getProperties() != null) {
            describe(record, schema);
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Class<?> record, Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component);
            schema.addRequiredItem(name);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.computeIfPresent(name, (same, property) -> orNull(property));
            }
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static Schema<?> orNull(Schema<?> property) {
        Schema<?> nothing = new Schema<>().types(Set.of("null"));
        Schema<?> either = new Schema<>();
        either.addAnyOfItem(property);
        either.addAnyOfItem(nothing);
        return either;
    }
}
