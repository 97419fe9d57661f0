import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import { linksOf, settingsOf } from '../judge/recordLinks.ts';

/** Finds the Stripe ids that the records name, each once. Takes seconds, so that it starts anew after a stop. */
export async function collectQuestions(checkpoint: Checkpoint): Promise<void> {
    if (checkpoint.state('collected') !== undefined) {
        return;
    }
    const settings = settingsOf(checkpoint);
    await checkpoint.eachGroup((records) => {
        for (const { asked } of linksOf(records, settings)) {
            asked.forEach((id) => checkpoint.addQuestion(id));
        }
    });
    checkpoint.setState('collected', 'yes');
}
