package whatis.wikipedia.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import whatis.web.openapi.Answers;
import whatis.wikipedia.encyclopedia.Language;
import whatis.wikipedia.problem.Problem;

/** Describes {@code GET /articles}. */
final class ArticleOperation implements OpenApiCustomizer {

    private static final String PATH = "/articles";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(Answers.PROBLEM_SCHEMA, Answers.problemSchema());
        Operation operation = requireNonNull(api.getPaths().get(PATH))
                .getGet()
                .tags(List.of("Articles"))
                .summary("Find an article")
                .description("Searches Wikipedia and answers with the start of the first hit's plain text. Answers are"
                        + " remembered; one that is older than `max-age` is sent while Wikipedia fails.");
        operation.getParameters().forEach(ArticleOperation::describe);
        describe(requireNonNull(operation.getResponses().get("200")));
        operation
                .getResponses()
                .addApiResponse(
                        "304", new ApiResponse().description("The article is the one that `If-None-Match` names"));
        Answers.addProblems(
                operation.getResponses(),
                PATH,
                // Which is answered at other addresses.
                EnumSet.complementOf(EnumSet.of(Problem.NOT_FOUND)));
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "query" ->
                parameter
                        .required(true)
                        .description("What to search for, in 1 to 300 characters that aren't all blanks")
                        .example("American alligator")
                        .schema(new StringSchema().minLength(1).maxLength(300).pattern("\\S"));
            case "characters" ->
                parameter
                        .description("How many Unicode code points of the text to answer with, at most")
                        .getSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(10_000));
            case "language" ->
                parameter
                        .description(
                                "Which Wikipedia to search, by ISO 639-1 code, or by a variant that it converts to")
                        .schema(new StringSchema()
                                ._enum(List.copyOf(Language.codes()))
                                ._default("en"));
            default -> throw new IllegalStateException("a parameter that nobody describes: " + parameter.getName());
        }
    }

    private static void describe(ApiResponse found) {
        found.description("The article");
        found.addHeaderObject("ETag", Answers.header(new StringSchema(), "Names this content, for `If-None-Match`"));
        found.addHeaderObject(
                "Cache-Control", Answers.header(new StringSchema(), "How long the article counts as current"));
        found.addHeaderObject(
                "Age", Answers.header(Answers.seconds(), "How many seconds ago Wikipedia gave this article"));
        Answers.addExamples(found, "article", "article-disambiguation");
    }
}
