/**
 * What is woven into the JDK: which methods ({@link dev.snag.agent.hooks.HookTarget}, data), how
 * ({@link dev.snag.agent.hooks.HookTransformer}), the class they call ({@link dev.snag.agent.hooks.BridgeClass}), and the
 * proof that they fire ({@link dev.snag.agent.hooks.HookSelfTest}).
 */
package dev.snag.agent.hooks;
