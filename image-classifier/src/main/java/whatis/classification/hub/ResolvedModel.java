package whatis.classification.hub;

import whatis.classification.checkpoint.CheckpointFiles;

/**
 * A model whose files are at hand.
 *
 * @param name hub id such as {@code google/vit-base-patch16-224}, the folder as it was named, or {@code starter-model}
 * @param revision the hub's commit, abbreviated to seven digits; empty if the model does not come from the hub
 * @param fallback whether this is the starter model because the default model could not be had
 * @param files the checkpoint; {@code config.json} and {@code model.safetensors} are there
 */
public record ResolvedModel(String name, String revision, boolean fallback, CheckpointFiles files) {}
