package whatis.classification.engine;

import java.util.Locale;
import whatis.classification.checkpoint.VisionTransformerConfig;

/**
 * Writes the network as the body of a TorchScript method from pixels {@code x}, {@code [batch, 3, height, width]} in
 * fp32, to logits, {@code [batch, labels]} in fp32.
 *
 * <p>It computes what {@code ViTForImageClassification} computes, arranged for a CPU: the patch embedding is a matrix
 * product, query, key and value are one, and the last layer computes what the classifier reads, which is the class
 * token. Tokens are padded to a multiple of eight, so that the matrix products split evenly over threads: 197 tokens
 * take two of them a tenth longer than 200. No token attends to the padding.
 *
 * @param products the spelling of the matrix products
 * @param weights what follows a matrix's name in the attribute that the products read
 * @param attention the spelling of attention
 * @see <a href="https://arxiv.org/abs/2010.11929">An Image is Worth 16x16 Words</a>
 */
record VisionTransformerGraph(
        VisionTransformerConfig config,
        StorageType type,
        MatrixProducts products,
        String weights,
        Attention attention) {

    private static final int FP32 = StorageType.FLOAT.scalarType();

    /** What the number of tokens is a multiple of. */
    private static final int TOKEN_BLOCK = 8;

    String body() {
        StringBuilder body = new StringBuilder(embeddings());
        int last = config.layers() - 1;
        for (int layer = 0; layer < last; layer++) {
            body.append(attention(layer)).append(perceptron(layer));
        }
        return body.append(classTokenAttention(last))
                .append(perceptron(last))
                .append(head())
                .toString();
    }

    private String embeddings() {
        int rows = config.imageHeight() / config.patchSize();
        int columns = config.imageWidth() / config.patchSize();
        return """
                    batch = torch.size(x, 0)
                    tiles = torch.reshape(torch.to(x, %d), [batch, %d, %d, %d, %d, %d])
                    patches = torch.reshape(torch.permute(tiles, [0, 2, 4, 1, 3, 5]), [batch, %d, %d])
                    h = torch.add(%s, self.positions)
                    padding = torch.zeros([batch, %d, %d], dtype=%d)
                    h = torch.cat([torch.expand(self.prefix, [batch, %d, %d]), h, padding], 1)
                """.formatted(
                        type.scalarType(),
                        VisionTransformerConfig.CHANNELS,
                        rows,
                        config.patchSize(),
                        columns,
                        config.patchSize(),
                        rows * columns,
                        VisionTransformerConfig.CHANNELS * config.patchSize() * config.patchSize(),
                        linear("patches", "patch"),
                        paddedTokens() - config.tokens(),
                        config.hiddenSize(),
                        type.scalarType(),
                        config.architecture().prefixTokens(),
                        config.hiddenSize());
    }

    private String attention(int layer) {
        return """
                    n = %s
                    qkv = %s
                    a = %s
                    h = %s
                """.formatted(
                        norm("h", "norm_before", layer),
                        heads(linear("n", "qkv" + layer), paddedTokens(), 3),
                        attended("torch.select(qkv, 0, 0)", "qkv", 1),
                        linearAdded(joined("a", paddedTokens()), "output" + layer, "h"));
    }

    /** Asks with the class token's query alone; all tokens still answer with their keys and values. */
    private String classTokenAttention(int layer) {
        return """
                    n = %s
                    kv = %s
                    q = %s
                    a = %s
                    h = %s
                """.formatted(
                        norm("h", "norm_before", layer),
                        heads(linear("n", "kv" + layer), paddedTokens(), 2),
                        heads(linear("torch.slice(n, 1, 0, 1)", "q" + layer), 1, 1),
                        attended("torch.select(q, 0, 0)", "kv", 0),
                        linearAdded(joined("a", 1), "output" + layer, "torch.slice(h, 1, 0, 1)"));
    }

    /** {@code [batch, tokens, heads, hidden / heads]}, with the keys and values that begin at a part of a tensor. */
    private String attended(String query, String keysAndValues, int part) {
        String unpadded = "torch.slice(torch.select(%s, 0, %d), 2, 0, %d)";
        return "torch.transpose(%s, 1, 2)"
                .formatted(attention.of(
                        query,
                        unpadded.formatted(keysAndValues, part, config.tokens()),
                        unpadded.formatted(keysAndValues, part + 1, config.tokens())));
    }

    private String perceptron(int layer) {
        return """
                    n = %s
                    h = %s
                """.formatted(
                norm("h", "norm_after", layer),
                linearAdded(
                        products.linearActivated("n", weight("up" + layer), bias("up" + layer), config.activation()),
                        "down" + layer,
                        "h"));
    }

    /** The classifier stays in fp32 whatever the precision: it costs next to nothing and decides on the scores. */
    private String head() {
        return """
                    c = torch.to(torch.select(h, 1, 0), %d)
                    c = torch.layer_norm(c, [%d], self.norm_weight, self.norm_bias, %s)
                    return torch.linear(c, self.classifier_weight, self.classifier_bias)
                """.formatted(FP32, config.hiddenSize(), epsilon());
    }

    private String linear(String x, String matrix) {
        return products.linear(x, weight(matrix), bias(matrix));
    }

    private String linearAdded(String x, String matrix, String residual) {
        return products.linearAdded(x, weight(matrix), bias(matrix), residual);
    }

    private String norm(String x, String name, int layer) {
        return "torch.layer_norm(%s, [%d], self.%s%d_weight, self.%s%d_bias, %s)"
                .formatted(x, config.hiddenSize(), name, layer, name, layer, epsilon());
    }

    /** {@code [batch, tokens, parts * hidden]} to {@code [parts, batch, heads, tokens, hidden / heads]}. */
    private String heads(String x, int tokens, int parts) {
        return "torch.permute(torch.reshape(%s, [batch, %d, %d, %d, %d]), [2, 0, 3, 1, 4])"
                .formatted(x, tokens, parts, config.heads(), config.headSize());
    }

    /** {@code [batch, tokens, heads, hidden / heads]} to {@code [batch, tokens, hidden]}. */
    private String joined(String x, int tokens) {
        return "torch.reshape(%s, [batch, %d, %d])".formatted(x, tokens, config.hiddenSize());
    }

    private int paddedTokens() {
        return (config.tokens() + TOKEN_BLOCK - 1) / TOKEN_BLOCK * TOKEN_BLOCK;
    }

    private String weight(String matrix) {
        return "self." + matrix + weights;
    }

    private static String bias(String matrix) {
        return "self." + matrix + "_bias";
    }

    private String epsilon() {
        return String.format(Locale.ROOT, "%.16f", config.layerNormEps());
    }
}
