package whatis.service.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import whatis.service.encyclopedia.Languages;
import whatis.service.problem.Problem;
import whatis.web.openapi.Answers;

/** Describes what takes a picture. */
final class PictureOperations implements OpenApiCustomizer {

    private static final String WHATIS = "/whatis";
    private static final String WHATIS_WITH_SLASH = "/whatis/";
    private static final String IDENTIFICATIONS = "/api/v1/identifications";

    private static final List<String> FORMATS =
            List.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp", "image/tiff");

    /** What is answered at other addresses, or within a good answer. */
    private static final EnumSet<Problem> NEVER_ANSWERED = EnumSet.of(
            Problem.NOT_FOUND,
            Problem.ENCYCLOPEDIA_ERROR,
            Problem.ENCYCLOPEDIA_UNAVAILABLE,
            Problem.ENCYCLOPEDIA_TIMEOUT);

    @Override
    public void customise(OpenAPI api) {
        describeSchemas(api.getComponents());
        // In this order, which springdoc's is not.
        Paths paths = new Paths();
        for (String path : List.of(WHATIS, WHATIS_WITH_SLASH, IDENTIFICATIONS)) {
            PathItem item = requireNonNull(api.getPaths().get(path));
            paths.addPathItem(path, item);
            describeUpload(item.getPost(), path);
        }
        api.setPaths(paths);
        describeWhatIs(requireNonNull(paths.get(WHATIS)).getPost().operationId("whatIs"));
        describeWhatIs(requireNonNull(paths.get(WHATIS_WITH_SLASH))
                .getPost()
                .operationId("whatIsWithSlash")
                .description("The same as without the slash."));
        describeIdentification(requireNonNull(paths.get(IDENTIFICATIONS)).getPost());
    }

    /** Describes what is the same for all. */
    private static void describeUpload(Operation operation, String path) {
        ObjectSchema form = new ObjectSchema();
        form.addProperty("file", picture());
        form.setRequired(List.of("file"));
        Content content = new Content()
                .addMediaType(
                        "multipart/form-data",
                        new MediaType()
                                .schema(form)
                                .addEncoding("file", new Encoding().contentType(String.join(", ", FORMATS))));
        operation
                .tags(List.of("Pictures"))
                .requestBody(new RequestBody().required(true).content(content));
        Answers.addProblems(operation.getResponses(), path, EnumSet.complementOf(NEVER_ANSWERED));
    }

    private static Schema<?> picture() {
        return new StringSchema().format("binary").description("The picture: JPEG, PNG, GIF, BMP, WebP or TIFF");
    }

    private static void describeWhatIs(Operation operation) {
        operation.summary("Tell what a picture shows");
        ApiResponse answer = requireNonNull(operation.getResponses().get("200"))
                .description("What it shows, with the first 500 characters of the article. What has no article says"
                        + " \"No pages found\"; while Wikipedia is down, the problem is told in its place.");
        Answers.addExamples(answer, "whatis-known", "whatis-no-page", "whatis-unknown", "whatis-wikipedia-down");
    }

    private static void describeIdentification(Operation operation) {
        operation
                .summary("Tell all about a picture")
                .description("Guesses, article with link and licence, WordNet's definition where there is no article,"
                        + " model and timings. Takes a form, or the picture itself as application/octet-stream or any"
                        + " image/ type: its bytes tell the format.");
        operation.getParameters().forEach(PictureOperations::describe);
        Content content = operation.getRequestBody().getContent();
        FORMATS.forEach(format -> content.addMediaType(format, new MediaType().schema(picture())));
        ApiResponse answer =
                requireNonNull(operation.getResponses().get("200")).description("Everything that is known");
        Answers.addExamples(
                answer,
                "identification-known",
                "identification-no-page",
                "identification-unknown",
                "identification-wikipedia-down");
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "top" -> limit(parameter.description("How many guesses to answer with"), 20);
            case "characters" ->
                limit(
                        parameter.description("How many Unicode code points of the article to answer with, at most"),
                        10_000);
            case "language" ->
                parameter
                        .description(
                                "Which Wikipedia to search, by ISO 639-1 code, or by a variant that it converts to")
                        .schema(new StringSchema()
                                ._enum(List.copyOf(Languages.codes()))
                                ._default("en"));
            default -> throw new IllegalStateException("a parameter that nobody describes: " + parameter.getName());
        }
    }

    private static void limit(Parameter parameter, int maximum) {
        parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(maximum));
    }

    private static void describeSchemas(Components components) {
        var schemas = components.getSchemas();
        schemas.put(Answers.PROBLEM_SCHEMA, Answers.problemSchema());
        requireNonNull(schemas.get("Timings")).description("In milliseconds");
        // The common type of the lab's answers has nothing of its own. Without it, they tell each other apart.
        schemas.remove("WhatIsResponse");
        for (String name : List.of("Known", "Unknown", "WithoutWikipedia")) {
            schemas.computeIfPresent(name, (same, schema) -> withoutParent(schema));
        }
    }

    private static Schema<?> withoutParent(Schema<?> schema) {
        Schema<?> own = schema.getAllOf().get(schema.getAllOf().size() - 1);
        own.setRequired(List.copyOf(own.getProperties().keySet()));
        own.setAdditionalProperties(false);
        return own;
    }
}
